package dev.shopbell.mime;

import dev.shopbell.internal.Text;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A letter before it is written, whoever it is from: for tools and hosts that have a message of
 * their own to put into the right form. A notice does not come this way; its sender is decided by
 * its plan.
 *
 * @param author who it says that it is from
 * @param headers to whom, and what else
 * @param messageId the Message-ID without angle brackets
 * @param date when it was written
 * @param subject one line of at most 900 characters
 * @param text the words for those who read plain text; empty where there is HTML alone
 * @param html the HTML document; empty where there is plain text alone
 * @param attachments what goes with it
 */
public record Draft(
    Author author,
    LetterHeaders headers,
    String messageId,
    Instant date,
    String subject,
    String text,
    String html,
    List<Attachment> attachments) {
  private static final int LONGEST_SUBJECT = 900;
  private static final Pattern MESSAGE_ID =
      Pattern.compile("[!-~&&[^<>@]]{1,200}@[!-~&&[^<>@]]{1,255}");

  public Draft {
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(date, "date");
    Text.optionalLine("subject", subject, LONGEST_SUBJECT);
    Objects.requireNonNull(html, "html");
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException(
          "messageId is " + Text.quoted(messageId) + ": write it as id@domain, without brackets");
    }
    if (text.isEmpty() && html.isEmpty()) {
      throw new IllegalArgumentException("a letter has neither text nor html: give one or both");
    }
    attachments = List.copyOf(attachments);
  }

  /** Sizes alone: a letter is personal. */
  @Override
  public String toString() {
    return "Draft[%s + %s characters, %s attached]"
        .formatted(html.length(), text.length(), attachments.size());
  }
}
