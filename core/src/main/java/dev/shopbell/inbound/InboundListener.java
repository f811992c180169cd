package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.delivery.Delivery;
import java.util.Optional;

/**
 * Is told of what came back and was matched to a delivery. Called on the thread that gave the
 * message; an exception is logged and changes nothing. Receipts and suppressions are done by then.
 */
public interface InboundListener {
  /**
   * A letter was given up.
   *
   * @param delivery as it stood before
   * @param recipient what the report says of its recipient
   */
  default void bounced(Delivery delivery, ReportedRecipient recipient) {}

  /** A letter is still tried. */
  default void delayed(Delivery delivery, ReportedRecipient recipient) {}

  /** A letter's recipient called it spam. */
  default void complained(Delivery delivery, Verdict.Complaint complaint) {}

  /** A machine answered. */
  default void autoReplied(Delivery delivery) {}

  /**
   * Somebody asks by mail for no more marketing. Who may decide that, and for whom, is the host's
   * to say: From can be written by anybody.
   *
   * @param delivery which letter it is about; empty when nothing tells
   * @param from who asks; empty when it is not given
   */
  default void unsubscribed(Optional<Delivery> delivery, Optional<EmailAddress> from) {}

  /** A person answered. */
  default void replied(InboundReply reply) {}

  /** A message came that is about no delivery, or is not believed; nothing was changed by it. */
  default void unmatched(InboundMail mail, Match match) {}
}
