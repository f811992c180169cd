package dev.shopbell.template;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Locale;

/** The words in a message of Jakarta Mail's: its first HTML and its first plain text. */
final class MimeWords {
  private static final int DEEPEST = 10;

  private String html = "";
  private String text = "";

  private MimeWords() {}

  static MimeWords of(Part message) throws MessagingException {
    MimeWords words = new MimeWords();
    try {
      words.read(message, 0);
      return words;
    } catch (IOException e) {
      throw new MessagingException("the message cannot be read: " + e.getMessage(), e);
    }
  }

  /** Empty when there is none. */
  String html() {
    return html;
  }

  /** Empty when there is none. */
  String text() {
    return text;
  }

  /** By the data's own type: the header says it only once the message is saved. */
  private void read(Part part, int depth) throws MessagingException, IOException {
    String type = part.getDataHandler().getContentType().toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/") && depth < DEEPEST) {
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          read(parts.getBodyPart(i), depth + 1);
        }
      }
    } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      words(part, type);
    }
  }

  private void words(Part part, String type) throws MessagingException, IOException {
    if (html.isEmpty() && type.startsWith("text/html")) {
      html = String.valueOf(part.getContent());
    } else if (text.isEmpty() && type.startsWith("text/plain")) {
      text = String.valueOf(part.getContent());
    }
  }
}
