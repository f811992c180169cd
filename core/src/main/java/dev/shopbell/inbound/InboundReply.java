package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import java.util.Objects;
import java.util.Optional;

/**
 * A person's answer to a notice, ready to be given to somebody who answers.
 *
 * @param store whose notice is answered
 * @param about what the notice concerns, as in an order's number; empty when nothing
 * @param delivery which delivery is answered
 * @param from who answers; empty when it is not given
 * @param byRecipient true when that is the address that the notice went to, so far as From can be
 *     believed
 * @param subject in one line; may be empty
 * @param text what was written, apart from what was quoted
 */
public record InboundReply(
    StoreId store,
    String about,
    DeliveryId delivery,
    Optional<EmailAddress> from,
    boolean byRecipient,
    String subject,
    ReplyText text) {
  public InboundReply {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(text, "text");
  }

  /** Without what was written. */
  @Override
  public String toString() {
    return "InboundReply["
        + store
        + " "
        + delivery
        + (about.isEmpty() ? "" : " about " + about)
        + "]";
  }
}
