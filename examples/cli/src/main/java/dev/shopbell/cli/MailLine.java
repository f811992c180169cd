package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.mime.WireLetter;
import dev.shopbell.smtp.LetterSource;
import dev.shopbell.smtp.SmtpEnvelope;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * One message of {@code mail send}: the letter that everybody gets, and an envelope for each.
 *
 * @param id as the line has it; null when it has none
 */
record MailLine(JsonNode id, List<SmtpEnvelope> envelopes, LetterSource letter) {
  private static final Session SESSION = Session.getInstance(new Properties());

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  static MailLine of(JsonNode line) {
    try {
      InternetAddress from = addresses(line, "from").get(0);
      EmailAddress bounces =
          line.hasNonNull("envelopeFrom")
              ? EmailAddress.of(text(line, "envelopeFrom"))
              : EmailAddress.of(from.getAddress());
      List<SmtpEnvelope> envelopes =
          recipients(line).stream().map(to -> SmtpEnvelope.of(bounces, to)).toList();
      WireLetter letter = LetterSource.of(message(line, from)).wire(false);
      return new MailLine(line.path("id"), envelopes, eightBit -> letter);
    } catch (MessagingException e) {
      throw new IllegalArgumentException("is no message: " + e.getMessage(), e);
    }
  }

  private static List<EmailAddress> recipients(JsonNode line) throws MessagingException {
    List<EmailAddress> all = new ArrayList<>();
    for (String key : List.of("to", "cc", "bcc")) {
      if (line.hasNonNull(key)) {
        addresses(line, key).forEach(one -> all.add(EmailAddress.of(one.getAddress())));
      }
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("goes to nobody: give to, cc or bcc");
    }
    return all.stream().distinct().toList();
  }

  private static MimeMessage message(JsonNode line, InternetAddress from)
      throws MessagingException {
    MimeMessage message = new MimeMessage(SESSION);
    message.setFrom(from);
    message.setHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atZone(ZoneOffset.UTC)));
    message.setSubject(optional(line, "subject"), "UTF-8");
    address(message, line);
    MimeMultipart alternatives = new MimeMultipart("alternative");
    part(alternatives, optional(line, "text"), "plain");
    part(alternatives, optional(line, "html"), "html");
    if (alternatives.getCount() == 0) {
      part(alternatives, " ", "plain");
    }
    message.setContent(alternatives);
    message.saveChanges();
    return message;
  }

  private static void address(MimeMessage message, JsonNode line) throws MessagingException {
    if (line.hasNonNull("to")) {
      message.setRecipients(RecipientType.TO, array(addresses(line, "to")));
    }
    if (line.hasNonNull("cc")) {
      message.setRecipients(RecipientType.CC, array(addresses(line, "cc")));
    }
    if (line.hasNonNull("replyTo")) {
      message.setReplyTo(array(addresses(line, "replyTo")));
    }
  }

  private static void part(MimeMultipart parts, String text, String subtype)
      throws MessagingException {
    if (!text.isEmpty()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setText(text, "UTF-8", subtype);
      parts.addBodyPart(part);
    }
  }

  private static InternetAddress[] array(List<InternetAddress> addresses) {
    return addresses.toArray(InternetAddress[]::new);
  }

  /** One mailbox as text, or an array of them; each may have a display name. */
  private static List<InternetAddress> addresses(JsonNode line, String key)
      throws MessagingException {
    List<InternetAddress> all = new ArrayList<>();
    JsonNode value = line.path(key);
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      all.add(new InternetAddress(string(key, one), false));
    }
    if (all.isEmpty()) {
      throw new IllegalArgumentException("has no \"%s\"".formatted(key));
    }
    return all;
  }

  private static String optional(JsonNode line, String key) {
    return line.hasNonNull(key) ? text(line, key) : "";
  }

  private static String text(JsonNode line, String key) {
    return string(key, line.path(key));
  }

  private static String string(String key, JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("has no text \"%s\"".formatted(key));
    }
    return value.textValue();
  }
}
