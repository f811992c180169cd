package dev.shopbell.transport;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.internal.Text;
import dev.shopbell.template.EmailContent;
import java.time.Instant;
import java.util.List;
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
 * @param headers what else its header says
 * @param attachments what goes with it; nothing with a message of Jakarta Mail's
 * @param signer signs it when it is written for the wire
 */
public record OutboundEmail(
    EmailAddress to,
    SenderPlan sender,
    EmailContent content,
    String messageId,
    Instant date,
    LetterHeaders headers,
    List<Attachment> attachments,
    LetterSigner signer)
    implements OutboundMessage {
  private static final Pattern MESSAGE_ID =
      Pattern.compile("[!-~&&[^<>@]]{1,200}@[!-~&&[^<>@]]{1,255}");

  public OutboundEmail {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(sender, "sender");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(headers, "headers");
    attachments = List.copyOf(attachments);
    Objects.requireNonNull(signer, "signer");
    if (content.message().isPresent() && !attachments.isEmpty()) {
      throw new IllegalArgumentException(
          "a message of Jakarta Mail's goes out as it is: put the attachments into it");
    }
    if (!MESSAGE_ID.matcher(messageId).matches()) {
      throw new IllegalArgumentException(
          "messageId is "
              + Text.quoted(messageId)
              + ": write it as id@domain without angle brackets");
    }
  }

  /** A letter to one, with nothing attached, unsigned. */
  public OutboundEmail(
      EmailAddress to, SenderPlan sender, EmailContent content, String messageId, Instant date) {
    this(to, sender, content, messageId, date, LetterHeaders.NONE, List.of(), LetterSigner.NONE);
  }

  /** The same with these headers. */
  public OutboundEmail with(LetterHeaders headers) {
    return new OutboundEmail(to, sender, content, messageId, date, headers, attachments, signer);
  }

  /** The same with these files. */
  public OutboundEmail with(List<Attachment> attachments) {
    return new OutboundEmail(to, sender, content, messageId, date, headers, attachments, signer);
  }

  /** The same, signed by that signer. */
  public OutboundEmail with(LetterSigner signer) {
    return new OutboundEmail(to, sender, content, messageId, date, headers, attachments, signer);
  }
}
