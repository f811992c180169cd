package dev.shopbell.template;

import dev.shopbell.internal.Text;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Optional;

/**
 * A letter's words.
 *
 * @param subject one line of at most 300 characters
 * @param preheader what an inbox shows behind the subject; one line, may be empty
 * @param html the whole HTML document
 * @param text the same for those who read plain text
 * @param message a message of Jakarta Mail's that goes out as it is, in place of a letter that we
 *     write; the other words are then what was found in it
 */
public record EmailContent(
    String subject, String preheader, String html, String text, Optional<MimeMessage> message)
    implements Content {
  private static final int LONGEST_LINE = 300;

  /** Where a message has no words of a kind. */
  private static final String NO_WORDS = "-";

  public EmailContent {
    Objects.requireNonNull(message, "message");
    Text.line("subject", subject, LONGEST_LINE);
    Text.optionalLine("preheader", preheader, LONGEST_LINE);
    requireSome("html", html);
    requireSome("text", text);
  }

  /** A letter of words, which we write. */
  public EmailContent(String subject, String preheader, String html, String text) {
    this(subject, preheader, html, text, Optional.empty());
  }

  /**
   * A message of Jakarta Mail's, to go out as it is: its own From, To, Message-ID and parts,
   * without Bcc. Who receives it, and where bounces go, the envelope alone says. What is asked of a
   * letter's words, as for secrets, is asked of its subject, its first HTML and its first plain
   * text; a dash stands for what it lacks.
   *
   * @param message not copied: it must not be changed any more. Saved with the Message-ID that it
   *     is to have, since otherwise Jakarta Mail makes one up, with this machine's name
   * @throws MessagingException when its subject or words cannot be read
   */
  public static EmailContent of(MimeMessage message) throws MessagingException {
    MimeWords words = MimeWords.of(message);
    String subject = line(Objects.requireNonNullElse(message.getSubject(), ""));
    return new EmailContent(
        subject, "", some(words.html()), some(words.text()), Optional.of(message));
  }

  private static String line(String subject) {
    String shown = subject.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]+", " ").strip();
    int end = Math.min(shown.length(), LONGEST_LINE);
    boolean pair = end < shown.length() && Character.isLowSurrogate(shown.charAt(end));
    return some(shown.substring(0, pair ? end - 1 : end));
  }

  private static String some(String words) {
    return words.isBlank() ? NO_WORDS : words;
  }

  private static void requireSome(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is blank: a letter has HTML and plain text");
    }
  }

  /** Sizes alone: a letter is personal. */
  @Override
  public String toString() {
    return "EmailContent[" + html.length() + " + " + text.length() + " characters]";
  }
}
