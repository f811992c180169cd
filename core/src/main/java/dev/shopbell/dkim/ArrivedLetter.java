package dev.shopbell.dkim;

import dev.shopbell.address.DomainName;
import dev.shopbell.internal.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The signatures that a letter arrived with: for the page on which a platform tries out a relay
 * that signs, or is to leave a signature alone. It is read, not verified, and no DNS is asked.
 *
 * @param from the domain in From; empty when there is none that can be read
 * @param signatures those that can be read, the last one added first
 * @param cover whether they cover the fields for unsubscribing
 */
public record ArrivedLetter(
    Optional<DomainName> from, List<DkimSignature> signatures, UnsubscribeCover cover) {
  private static final Texts TEXTS = Texts.of(ArrivedLetter.class, "arrived-letter");
  private static final int LONGEST_HEAD = 262_144;
  private static final List<String> PAIR = List.of("list-unsubscribe", "list-unsubscribe-post");
  private static final Pattern DOMAIN = Pattern.compile("@([^\\s<>@,;\"()]{1,255})");

  public ArrivedLetter {
    Objects.requireNonNull(from, "from");
    signatures = List.copyOf(signatures);
    Objects.requireNonNull(cover, "cover");
  }

  /**
   * Reads the header of a letter as it lies in a mailbox (RFC 5322), its lines ended in whatever
   * way. No more than its first 262,144 octets are looked at.
   *
   * @param raw the letter; not closed
   */
  public static ArrivedLetter read(InputStream raw) throws IOException {
    HeaderFields fields = HeaderFields.parse(head(raw.readNBytes(LONGEST_HEAD)));
    Optional<DomainName> from =
        fields.values("from").stream().findFirst().flatMap(ArrivedLetter::domain);
    List<DkimSignature> signatures =
        fields.values("dkim-signature").stream()
            .map(DkimSignature::read)
            .flatMap(Optional::stream)
            .toList();
    return new ArrivedLetter(from, signatures, cover(fields, from, signatures));
  }

  /** What that means and what to do, in a sentence or two, in Chinese, Spanish or English. */
  public String text(Locale locale) {
    String signers =
        signatures.stream().map(DkimSignature::domain).distinct().collect(Collectors.joining(", "));
    return TEXTS.text(locale, cover.name(), signers, from.map(DomainName::value).orElse("?"));
  }

  /** The header with the line ends that it had on its way. */
  private static byte[] head(byte[] raw) {
    String text = new String(raw, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    int end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
    String head = (end < 0 ? text : text.substring(0, end)).replace("\n", "\r\n") + "\r\n";
    return head.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The last at sign is that of the address: others stand in the name before it. */
  private static Optional<DomainName> domain(String from) {
    String found = "";
    Matcher domains = DOMAIN.matcher(from);
    while (domains.find()) {
      found = domains.group(1);
    }
    try {
      return Optional.of(DomainName.of(found));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static UnsubscribeCover cover(
      HeaderFields fields, Optional<DomainName> from, List<DkimSignature> signatures) {
    if (PAIR.stream().anyMatch(name -> fields.values(name).isEmpty())) {
      return UnsubscribeCover.NO_PAIR;
    }
    if (signatures.isEmpty()) {
      return UnsubscribeCover.UNSIGNED;
    }
    List<DkimSignature> covering =
        signatures.stream()
            .filter(
                one -> PAIR.stream().allMatch(name -> one.covers(name, fields.values(name).size())))
            .toList();
    if (covering.isEmpty()) {
      return UnsubscribeCover.NOT_COVERED;
    }
    boolean own =
        from.isPresent()
            && covering.stream().anyMatch(one -> isAligned(from.get().value(), one.domain()));
    return own ? UnsubscribeCover.COVERED : UnsubscribeCover.OTHER_DOMAIN;
  }

  private static boolean isAligned(String from, String signer) {
    return from.equals(signer) || from.endsWith("." + signer) || signer.endsWith("." + from);
  }
}
