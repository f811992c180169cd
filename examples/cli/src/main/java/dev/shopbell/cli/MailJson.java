package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.mime.Author;
import dev.shopbell.mime.Draft;
import dev.shopbell.mime.Preheader;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.templates.PlainText;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** A message as JSON has it. */
final class MailJson {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "from",
          "to",
          "cc",
          "bcc",
          "replyTo",
          "envelopeFrom",
          "subject",
          "preheader",
          "text",
          "html",
          "listUnsubscribe",
          "attachments",
          "messageId",
          "date");

  private MailJson() {}

  /**
   * The letter that all its recipients get: Bcc and the envelope's sender are checked and stand
   * nowhere in it.
   */
  static Draft draft(JsonNode message, Clock clock, RandomGenerator random) {
    if (!message.isObject()) {
      throw new IllegalArgumentException("a message is an object: {\"from\":…,\"to\":…,…}");
    }
    message
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                System.err.println("\"" + key + "\" is not read");
              }
            });
    Addressee from = AddresseeText.read("from", text(message, "from"));
    String html = optional(message, "html");
    return new Draft(
        new Author(from, Optional.empty(), addressees(message, "replyTo")),
        headers(message),
        message.hasNonNull("messageId")
            ? text(message, "messageId")
            : DeliveryId.next(clock, random) + "@" + from.address().domain(),
        date(message, clock),
        optional(message, "subject"),
        words(message, html),
        html.isEmpty() ? "" : Preheader.in(html, optional(message, "preheader")),
        attachments(message));
  }

  /** Its text, or else what its HTML says: who reads text alone is to read something. */
  private static String words(JsonNode message, String html) {
    String text = optional(message, "text");
    String derived = text.isEmpty() ? PlainText.of(html) : "";
    return derived.isEmpty() ? text : derived + "\n";
  }

  /** Everybody who gets it, one envelope each: To, Cc and Bcc. */
  static List<EmailAddress> recipients(JsonNode message) {
    List<EmailAddress> all = new ArrayList<>();
    for (String key : List.of("to", "cc", "bcc")) {
      addressees(message, key).forEach(each -> all.add(each.address()));
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("the message goes to nobody: give to, cc or bcc");
    }
    return all.stream().distinct().toList();
  }

  private static LetterHeaders headers(JsonNode message) {
    recipients(message);
    if (!optional(message, "envelopeFrom").isEmpty()) {
      EmailAddress.of(text(message, "envelopeFrom"));
    }
    LetterHeaders headers =
        LetterHeaders.NONE.shownTo(addressees(message, "to"), addressees(message, "cc"));
    String link = optional(message, "listUnsubscribe").strip();
    return link.isEmpty() ? headers : headers.unsubscribe(uri(link.replaceAll("^<|>$", "")));
  }

  private static URI uri(String link) {
    try {
      return new URI(link);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "listUnsubscribe is not a link: give one as https://shop.example/unsubscribe?token=…", e);
    }
  }

  private static List<Addressee> addressees(JsonNode message, String key) {
    List<Addressee> all = new ArrayList<>();
    JsonNode value = message.path(key);
    if (value.isArray()) {
      value.forEach(each -> all.add(AddresseeText.read(key, string(key, each))));
    } else if (!optional(message, key).isEmpty()) {
      all.add(AddresseeText.read(key, optional(message, key)));
    }
    return all;
  }

  private static Instant date(JsonNode message, Clock clock) {
    try {
      return message.hasNonNull("date") ? Instant.parse(text(message, "date")) : clock.instant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "date is not a moment: give one as 2026-11-22T08:30:00Z", e);
    }
  }

  private static List<Attachment> attachments(JsonNode message) {
    List<Attachment> all = new ArrayList<>();
    for (JsonNode each : message.path("attachments")) {
      Path file = Path.of(text(each, "file"));
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new IllegalArgumentException(
            "attachments: there is no file %s that can be read".formatted(file));
      }
      String name = each.hasNonNull("name") ? text(each, "name") : file.getFileName().toString();
      Attachment attachment = Attachment.file(name, type(each, name), file);
      all.add(each.hasNonNull("cid") ? attachment.inline(text(each, "cid")) : attachment);
    }
    return all;
  }

  private static String type(JsonNode attachment, String name) {
    if (attachment.hasNonNull("type")) {
      return text(attachment, "type");
    }
    return Optional.ofNullable(URLConnection.guessContentTypeFromName(name))
        .orElse("application/octet-stream");
  }

  private static String optional(JsonNode node, String key) {
    return node.hasNonNull(key) ? string(key, node.get(key)) : "";
  }

  private static String text(JsonNode node, String key) {
    return string(key, node.path(key));
  }

  private static String string(String key, JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("\"%s\" is not text: give it as text".formatted(key));
    }
    return value.textValue();
  }
}
