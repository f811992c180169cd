package dev.shopbell.cli;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.jdbc.JdbcOutbox;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * What a demo before this one has left in the outbox. It has ended, however it did, so that what it
 * had under way is due at once.
 */
final class DemoPast {
  private static final int MOST = 1_000;

  private final JdbcOutbox outbox;
  private final int underWay;
  private final List<Delivery> deliveries;

  DemoPast(JdbcOutbox outbox) {
    this.outbox = outbox;
    this.underWay = outbox.endLeases();
    this.deliveries = outbox.list(EnumSet.allOf(DeliveryState.class), MOST);
  }

  JdbcOutbox outbox() {
    return outbox;
  }

  /** Whether there is something, and nothing that waits. */
  boolean isOver() {
    return !deliveries.isEmpty() && waiting().isEmpty();
  }

  /** Whether something of that type waits. */
  boolean waits(String type) {
    return waiting().stream().anyMatch(delivery -> delivery.notice().type().equals(type));
  }

  /** What is not tried any more. */
  List<Delivery> givenUp() {
    return deliveries.stream().filter(delivery -> delivery.state().isGivenUp()).toList();
  }

  /** In plain words, before the demo begins. */
  String told(Path file) {
    if (deliveries.isEmpty()) {
      return "Every delivery is kept in "
          + file
          + ": kill this demo at any moment, and start it again.";
    }
    int waiting = waiting().size();
    int over = deliveries.size() - waiting;
    return """
        Going on with the demo in %s, where %d deliveries are from before:
          %d %s over and not sent again; %d %s%s."""
        .formatted(
            file,
            deliveries.size(),
            over,
            over == 1 ? "is" : "are",
            waiting,
            waiting == 1 ? "waits and goes on" : "wait and go on",
            underWay == 0 ? "" : ", " + underWay + " of them under way when it ended");
  }

  private List<Delivery> waiting() {
    return deliveries.stream()
        .filter(delivery -> delivery.state() == DeliveryState.PENDING)
        .toList();
  }
}
