package dev.shopbell.delivery;

import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Notification;
import dev.shopbell.plan.SendPlan;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Objects;

/** Checks a notification and plans it with the settings of this moment; stores nothing. */
public final class Planning {
  private final DispatchPorts ports;

  /** Asks these. */
  public Planning(DispatchPorts ports) {
    this.ports = ports;
  }

  /**
   * What the notice comes to if it is sent now.
   *
   * @throws InvalidNoticeException when the store or the type is unknown, or the data does not fit
   */
  public List<SendPlan> plans(StoreId store, Notification notification) {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(notification, "notification");
    NoticeType type = ports.types().get(notification.type());
    type.check(notification.data());
    ports.composer().check(notification);
    ports.types().beside(type.name()).forEach(other -> other.check(other.own(notification.data())));
    return ports.planner().plan(store(store), notification);
  }

  /** The messages that the notice would become if it were sent now. */
  public List<Preview> previews(Submissions submissions, StoreId store, Notification notification) {
    Store settings = store(store);
    return plans(store, notification).stream()
        .filter(plan -> !plan.choices().isEmpty())
        .map(
            plan ->
                preview(settings, plan, submissions.delivery(settings.id(), notification, plan)))
        .toList();
  }

  private Preview preview(Store store, SendPlan plan, Delivery delivery) {
    return new Preview(
        plan,
        plan.choices().stream()
            .map(choice -> ports.composer().compose(delivery, store, plan, choice))
            .toList());
  }

  private Store store(StoreId id) {
    return ports
        .stores()
        .find(id)
        .orElseThrow(
            () ->
                new InvalidNoticeException(
                    "store", "\"" + id + "\" is unknown: the StoreDirectory has none of that id"));
  }
}
