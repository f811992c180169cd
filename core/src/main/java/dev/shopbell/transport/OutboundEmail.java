package dev.shopbell.transport;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.internal.Text;
import dev.shopbell.template.EmailContent;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A letter.
 *
 * @param to the one envelope recipient
 * @param sender how it is addressed
 * @param content what it says
 * @param messageId the Message-ID without angle brackets, on the sender's domain; the same at every
 *     attempt
 * @param date when it was written
 */
public record OutboundEmail(
    EmailAddress to, SenderPlan sender, EmailContent content, String messageId, Instant date)
    implements OutboundMessage {
  private static final Pattern MESSAGE_ID =
      Pattern.compile("[!-~&&[^<>@]]{1,200}@[!-~&&[^<>@]]{1,255}");

  public OutboundEmail {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(date, "date");
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException(
          "messageId is "
              + Text.quoted(messageId)
              + ": write it as id@domain without angle brackets");
    }
  }
}
