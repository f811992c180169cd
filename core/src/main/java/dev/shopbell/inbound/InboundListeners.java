package dev.shopbell.inbound;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener, and keeps one that fails from harming the rest. */
record InboundListeners(List<InboundListener> all) {
  private static final Logger log = LoggerFactory.getLogger(InboundListener.class);

  InboundListeners {
    all = List.copyOf(all);
  }

  void tell(Consumer<InboundListener> word) {
    for (InboundListener listener : all) {
      try {
        word.accept(listener);
      } catch (RuntimeException e) {
        log.warn("listener {} failed: {}", listener.getClass().getName(), e.getClass().getName());
      }
    }
  }
}
