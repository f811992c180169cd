package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is asked of a message again and again.
 *
 * @param part the message
 * @param envelope what the server knows of it
 * @param from the From header, decoded
 * @param subject the Subject header, decoded
 * @param body the words of the message itself, without those of a message that is contained
 */
record Letterhead(MailPart part, Envelope envelope, String from, String subject, String body) {
  private static final int LONGEST_HEADER = 1_000;
  private static final int LONGEST_BODY = 64 * 1024;

  static Letterhead of(MailPart part, Envelope envelope) {
    return new Letterhead(
        part,
        envelope,
        cut(part.header("From"), LONGEST_HEADER),
        cut(part.header("Subject").strip(), LONGEST_HEADER),
        cut(words(part), LONGEST_BODY));
  }

  private static String cut(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  /** The plain text where there is one, otherwise that of the HTML. */
  private static String words(MailPart part) {
    List<MailPart> texts = part.all().filter(found -> !found.isAttachment()).toList();
    String plain =
        texts.stream()
            .filter(MailPart::isPlain)
            .map(MailPart::text)
            .collect(Collectors.joining("\n"));
    if (!plain.isBlank()) {
      return plain.replace("\r", "");
    }
    return texts.stream()
        .filter(found -> found.type().equals("text/html"))
        .map(found -> PlainText.of(found.text()))
        .collect(Collectors.joining("\n"));
  }

  /** The mailbox in From. */
  Optional<EmailAddress> sender() {
    return Addresses.first(from);
  }

  /** True when it has the empty sender, as reports and automatic answers should. */
  boolean hasNullSender() {
    return envelope
        .sender()
        .map(sender -> sender.isBlank() || sender.strip().equals("<>"))
        .orElseGet(() -> part.header("Return-Path").strip().equals("<>"));
  }

  /** True when it says which letter it answers. */
  boolean refers() {
    return part.has("In-Reply-To") || part.has("References");
  }

  /** Where it came to, as far as it is known. */
  List<String> arrivals() {
    List<String> headers =
        List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc");
    return Stream.concat(
            envelope.recipients().stream(),
            headers.stream().flatMap(name -> part.headers(name).stream()).flatMap(Addresses::all))
        .distinct()
        .limit(100)
        .toList();
  }
}
