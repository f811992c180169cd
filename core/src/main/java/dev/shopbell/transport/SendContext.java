package dev.shopbell.transport;

import dev.shopbell.internal.Text;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What surrounds one message.
 *
 * @param store whose message it is
 * @param delivery which delivery it belongs to
 * @param key the same at every attempt of this message, letters, digits and hyphens; to be passed
 *     on where the provider de-duplicates
 * @param deadline when the transport must have returned, but for its grace
 * @param endpoint where to connect, and as whom: the store's own account or the platform's
 * @param allSettings what the store has set, by transport name, as {@code Store} holds it
 */
public record SendContext(
    StoreId store,
    DeliveryId delivery,
    String key,
    Instant deadline,
    Endpoint endpoint,
    Map<String, Map<String, String>> allSettings) {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,100}");

  public SendContext {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(delivery, "delivery");
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "key is " + Text.quoted(key) + ": use 1 to 100 letters, digits and hyphens");
    }
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(endpoint, "endpoint");
    allSettings = Map.copyOf(allSettings);
  }

  /** What the store has set for the transport of that name; empty when nothing. */
  public Map<String, String> settings(String transport) {
    return allSettings.getOrDefault(transport, Map.of());
  }

  /** The time left until the deadline; zero when it has passed. */
  public Duration remaining(Clock clock) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** The same, to be sent to that endpoint. */
  public SendContext at(Endpoint endpoint) {
    return new SendContext(store, delivery, key, deadline, endpoint, allSettings);
  }

  /** Without the settings. */
  @Override
  public String toString() {
    return "SendContext[" + store + " " + delivery + " to " + endpoint + "]";
  }
}
