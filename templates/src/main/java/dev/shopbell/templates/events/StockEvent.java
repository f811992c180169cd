package dev.shopbell.templates.events;

import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Recipient;
import java.util.Map;

/**
 * Something that happened, as the stock set tells of it. Each record is the typed form of one
 * notice type's data. An empty component is left out of what is said.
 */
public sealed interface StockEvent
    permits OrderPlaced,
        PaymentReminder,
        OrderPaid,
        PaymentFailed,
        OrderAbnormal,
        OrderCancelled,
        OrderDelayed,
        OrderShipped,
        OrderOutForDelivery,
        OrderDelivered,
        DigitalReady,
        RefundRequested,
        RefundAgreed,
        RefundRefused,
        GroupJoined,
        GroupSucceeded,
        GroupFailed,
        AfterSalesUpdated,
        ReviewInvited,
        RepurchaseOffered,
        AdminOrderNew,
        AdminOrderAbnormal,
        AdminSmsLow,
        AdminDomainChanged,
        AdminAgentReviewed {
  /** The name of its notice type, {@code order.paid}. */
  default String type() {
    return EventTypes.name(getClass());
  }

  /** Its data, as {@link Notification#of} takes it. */
  default Map<String, Object> data() {
    return EventData.of((Record) this);
  }

  /**
   * A notification of it. Give it a key, so that telling of it twice is telling of it once.
   *
   * @throws dev.shopbell.notice.InvalidNoticeException when a text has line breaks or is too long
   *     where it is sent
   */
  default Notification to(Recipient recipient) {
    return Notification.of(type(), recipient, data());
  }
}
