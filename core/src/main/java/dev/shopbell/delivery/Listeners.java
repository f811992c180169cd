package dev.shopbell.delivery;

import dev.shopbell.transport.OutboundMessage;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener, and keeps one that fails from harming the rest. */
public final class Listeners implements DeliveryListener {
  private static final Logger log = LoggerFactory.getLogger(DeliveryListener.class);

  private final List<DeliveryListener> all;

  /** These listeners, told in this order. */
  public Listeners(List<DeliveryListener> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void queued(Delivery delivery) {
    tell(listener -> listener.queued(delivery));
  }

  @Override
  public void attempted(Delivery delivery, Attempt attempt, OutboundMessage message) {
    tell(listener -> listener.attempted(delivery, attempt, message));
  }

  @Override
  public void ended(Delivery delivery) {
    tell(listener -> listener.ended(delivery));
  }

  private void tell(Consumer<DeliveryListener> word) {
    for (DeliveryListener listener : all) {
      try {
        word.accept(listener);
      } catch (RuntimeException e) {
        log.warn("listener {} failed: {}", listener.getClass().getName(), e.getClass().getName());
      }
    }
  }
}
