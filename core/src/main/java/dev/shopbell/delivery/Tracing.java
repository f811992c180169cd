package dev.shopbell.delivery;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.TransportInfo;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Follows a notice across the store of deliveries: what it gives while a notice is sent is stored
 * with it, and is there again at each attempt, in whatever process that is. It surrounds the work
 * and must do it exactly once; it is not a place to change what is sent. Called by many threads.
 */
public interface Tracing {
  /** Follows nothing. */
  Tracing NONE =
      new Tracing() {
        @Override
        public <T> T sending(String type, Function<Map<String, String>, T> work) {
          return work.apply(Map.of());
        }

        @Override
        public Outcome attempting(
            Delivery delivery, TransportInfo transport, Endpoint endpoint, Supplier<Outcome> work) {
          return work.get();
        }
      };

  /**
   * Surrounds the planning and storing of a notice, on the sender's thread.
   *
   * @param type the notice's type
   * @param work takes what is to be carried along: a few short texts, nothing personal. It is
   *     stored with each delivery
   */
  <T> T sending(String type, Function<Map<String, String>, T> work);

  /**
   * Surrounds the handing over of a message.
   *
   * @param delivery as it stands before; {@link Notice#carried} is what was given when it was sent
   * @param transport who carries it
   * @param endpoint the platform's account, or the store's own
   * @param work hands it over; never throws
   */
  Outcome attempting(
      Delivery delivery, TransportInfo transport, Endpoint endpoint, Supplier<Outcome> work);
}
