package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.Progress;
import dev.shopbell.transport.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new store for each test, and what the tests of every theme do with it. */
abstract class DeliveryStoreTests {
  final SettableClock clock = SettableClock.at(NOW);
  DeliveryStore store;

  /** A new, empty store that takes its time from that clock. */
  protected abstract DeliveryStore open(SettableClock clock);

  /** Opens the store. */
  @BeforeEach
  protected final void openStore() {
    store = open(clock);
  }

  /** Closes the store. */
  @AfterEach
  protected final void closeStore() {
    store.close();
  }

  List<Claim> claim(Instant now, int most, int mostPerStore) {
    clock.set(now);
    return store.claim(
        new ClaimRequest(now, Duration.ofMinutes(1), most, store -> mostPerStore, false));
  }

  List<Delivery> complete(Claim claim, Progress progress) {
    return store.complete(List.of(new Completion(claim, progress)));
  }

  List<Delivery> end(Claim claim, DeliveryState state) {
    return complete(claim, claim.delivery().progress().ended(state, NOW, ""));
  }

  static Progress accepted(Delivery delivery, String ref) {
    Attempt attempt =
        new Attempt(1, Channel.EMAIL, "relay", NOW, new Outcome.Accepted("relay", List.of(ref), 0));
    return new Progress(
        DeliveryState.ACCEPTED,
        delivery.progress().route(),
        NOW,
        1,
        Optional.of(attempt),
        false,
        "");
  }

  static boolean isOf(Claim claim, String store) {
    return claim.delivery().notice().store().value().equals(store);
  }
}
