package dev.shopbell.domain;

import dev.shopbell.internal.DataLines;
import dev.shopbell.internal.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service that keeps business mailboxes on a merchant's own domain, with the MX records that it
 * wants. Without one the domain receives no mail (rule domain-15). The list is data of ours.
 *
 * @param id names it in data, as in {@code fastmail}
 * @param name as people know it
 * @param exchanges its MX records, the preferred first
 */
public record MailService(String id, String name, List<Exchange> exchanges) {
  private static final Texts TEXTS = Texts.of(MailService.class, "mail-services");
  private static final List<MailService> ALL =
      DataLines.read(MailService.class, "mail-services.txt").stream()
          .map(MailService::parse)
          .toList();

  /**
   * One MX record (RFC 5321, section 5.1).
   *
   * @param preference lower is tried first
   * @param host without a dot at its end; a label {@code *} stands for what the service gives to
   *     each customer
   */
  public record Exchange(int preference, String host) {
    public Exchange {
      Objects.requireNonNull(host, "host");
    }

    private static Exchange parse(String text) {
      String[] words = text.strip().split(" +", -1);
      return new Exchange(Integer.parseInt(words[0]), words[1]);
    }
  }

  public MailService {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    exchanges = List.copyOf(exchanges);
  }

  private static MailService parse(String line) {
    String[] parts = line.split("\\s*\\|\\s*", -1);
    return new MailService(
        parts[0], parts[1], Stream.of(parts[2].split(";", -1)).map(Exchange::parse).toList());
  }

  /** The services that are known, those of China first. */
  public static List<MailService> all() {
    return ALL;
  }

  /** What a merchant without a mailbox is to do, in the merchant's words. */
  public static String advice(Locale locale) {
    return TEXTS.text(locale, "setup");
  }

  /** What the {@code *} in its records stands for, in a merchant's words; empty without one. */
  public Optional<String> note(Locale locale) {
    return exchanges.stream().anyMatch(exchange -> exchange.host().contains("*"))
        ? Optional.of(TEXTS.text(locale, "own"))
        : Optional.empty();
  }
}
