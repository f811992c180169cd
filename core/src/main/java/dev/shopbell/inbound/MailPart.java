package dev.shopbell.inbound;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A part of a message, as Jakarta Mail parses it, with an answer to every question whatever the
 * part holds: an empty text where there is nothing, no children where they cannot be told apart.
 */
final class MailPart {
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final int DEEPEST = 12;
  private static final int MOST_CHILDREN = 100;
  private static final int LONGEST_TEXT = 64 * 1024;

  private final MimePart part;
  private final int depth;
  private final String type;
  private final List<MailPart> children;

  private MailPart(MimePart part, int depth) {
    this.part = part;
    this.depth = depth;
    this.type = type(part);
    this.children = type.startsWith("multipart/") && depth < DEEPEST ? split() : List.of();
  }

  static MailPart of(byte[] raw) {
    return message(raw, 0);
  }

  private static MailPart message(byte[] raw, int depth) {
    try {
      return new MailPart(new MimeMessage(SESSION, new SharedByteArrayInputStream(raw)), depth);
    } catch (MessagingException e) {
      return new MailPart(new MimeMessage(SESSION), depth);
    }
  }

  /** The type in lower case, without parameters; {@code text/plain} where none can be read. */
  String type() {
    return type;
  }

  /** A parameter of the type, as in {@code charset}. */
  String parameter(String name) {
    try {
      String value = new ContentType(raw("Content-Type")).getParameter(name);
      return value == null ? "" : value;
    } catch (ParseException e) {
      return "";
    }
  }

  /** A header's first value, decoded, in one line; empty when there is none. */
  String header(String name) {
    return EncodedWords.decode(raw(name));
  }

  /** All values of a header, decoded. */
  List<String> headers(String name) {
    return values(name).map(EncodedWords::decode).toList();
  }

  boolean has(String name) {
    return values(name).findAny().isPresent();
  }

  /** The parts of a multipart; empty for any other type. */
  List<MailPart> children() {
    return children;
  }

  /** This part and all below it, in order; not those of a message that is contained. */
  Stream<MailPart> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(MailPart::all));
  }

  /** The first part of that type. */
  Optional<MailPart> first(String... types) {
    return all().filter(found -> List.of(types).contains(found.type)).findFirst();
  }

  /** The first letters of the content, as text. */
  String text() {
    byte[] bytes = content();
    String label = parameter("charset");
    String text = Decoding.text(bytes, label);
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  /** The message, or the headers of one, that this part holds. */
  MailPart contained() {
    return message(content(), depth + 1);
  }

  /** True for plain text, and for a multipart whose parts cannot be told apart. */
  boolean isPlain() {
    return type.equals("text/plain") || (type.startsWith("multipart/") && children.isEmpty());
  }

  boolean isAttachment() {
    return raw("Content-Disposition").strip().toLowerCase(Locale.ROOT).startsWith("attachment");
  }

  private Stream<String> values(String name) {
    try {
      String[] values = part.getHeader(name);
      return values == null ? Stream.empty() : Arrays.stream(values);
    } catch (MessagingException e) {
      return Stream.empty();
    }
  }

  private String raw(String name) {
    return values(name).findFirst().orElse("");
  }

  private String encoding() {
    return raw("Content-Transfer-Encoding").strip().toLowerCase(Locale.ROOT);
  }

  private byte[] content() {
    try (InputStream in = stream()) {
      return TransferDecoding.decode(in.readAllBytes(), encoding());
    } catch (IOException | MessagingException e) {
      return new byte[0];
    }
  }

  private InputStream stream() throws MessagingException {
    if (part instanceof MimeMessage message) {
      return message.getRawInputStream();
    }
    return ((MimeBodyPart) part).getRawInputStream();
  }

  private List<MailPart> split() {
    List<MailPart> parts = new ArrayList<>();
    try {
      MimeMultipart multipart = new MimeMultipart(source());
      int count = Math.min(multipart.getCount(), MOST_CHILDREN);
      for (int i = 0; i < count; i++) {
        if (multipart.getBodyPart(i) instanceof MimePart child) {
          parts.add(new MailPart(child, depth + 1));
        }
      }
    } catch (MessagingException | RuntimeException e) {
      return parts;
    }
    return parts;
  }

  /** Jakarta Mail's own would ask the host's mailcap. */
  private DataSource source() {
    return new PartSource(raw("Content-Type"), this::stream);
  }

  private static String type(MimePart part) {
    try {
      String[] lines = part.getHeader("Content-Type");
      String line = lines == null ? "" : lines[0];
      int end = line.indexOf(';');
      String type = (end < 0 ? line : line.substring(0, end)).strip().toLowerCase(Locale.ROOT);
      return type.matches("[a-z0-9.+-]{1,80}/[a-z0-9.+-]{1,80}") ? type : "text/plain";
    } catch (MessagingException e) {
      return "text/plain";
    }
  }
}
