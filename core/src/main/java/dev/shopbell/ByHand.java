package dev.shopbell;

import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DispatchPorts;
import dev.shopbell.delivery.Window;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person has done to deliveries that are stored: cancelled, forgotten, sent again. */
final class ByHand {
  private final DispatchPorts ports;
  private final Consumer<String> forgetting;

  /**
   * Changes the deliveries of these.
   *
   * @param forgetting where else a person is forgotten
   */
  ByHand(DispatchPorts ports, Consumer<String> forgetting) {
    this.ports = ports;
    this.forgetting = forgetting;
  }

  Cancellation cancel(StoreId store, String about, String type) {
    Objects.requireNonNull(store, "store");
    if (about.isBlank()) {
      throw new IllegalArgumentException("about is blank: name what the notices are about");
    }
    ports.types().get(type);
    Cancellation cancellation =
        ports.deliveries().cancel(store, about, type, ports.clock().instant());
    cancellation.cancelled().forEach(ports.listeners()::ended);
    return cancellation;
  }

  void forget(String recipient) {
    Objects.requireNonNull(recipient, "recipient");
    ports.deliveries().forget(recipient).forEach(ports.listeners()::ended);
    forgetting.accept(recipient);
  }

  Optional<Delivery> redrive(DeliveryId id) {
    return ports.deliveries().find(Objects.requireNonNull(id, "id")).flatMap(this::redrive);
  }

  private Optional<Delivery> redrive(Delivery delivery) {
    Instant now = ports.clock().instant();
    Duration time = ports.types().get(delivery.notice().type()).policy().expires();
    return ports.deliveries().redrive(delivery.id(), new Window(now, now, now.plus(time)));
  }
}
