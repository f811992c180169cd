package dev.shopbell.domain;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener, and survives what it throws. */
final class DomainEvents {
  private static final Logger log = LoggerFactory.getLogger(DomainEvents.class);

  private final DomainListener listener;

  DomainEvents(DomainListener listener) {
    this.listener = listener;
  }

  /** Tells what a history has more than before. */
  void changed(List<DomainChange> before, List<DomainChange> after) {
    after.stream()
        .filter(change -> !before.contains(change))
        .forEach(change -> tell(told -> told.changed(change)));
  }

  void mailboxChanged(StoreId store, EmailAddress mailbox) {
    tell(told -> told.mailboxChanged(store, mailbox));
  }

  void shared(DomainSetup setup) {
    tell(told -> told.shared(setup));
  }

  void examined(DomainClaim claim, DomainReport report) {
    tell(told -> told.examined(claim, report));
  }

  private void tell(Consumer<DomainListener> event) {
    try {
      event.accept(listener);
    } catch (RuntimeException e) {
      log.warn("listener {} failed: {}", listener.getClass().getName(), e.getClass().getName());
    }
  }
}
