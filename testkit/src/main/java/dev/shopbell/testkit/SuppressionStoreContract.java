package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.StoreId;
import dev.shopbell.suppression.SuppressedAddress;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.suppression.SuppressionStore;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every store of suppressed addresses keeps. Inherit it in a test and give the store; each
 * test has a new, empty one.
 */
public abstract class SuppressionStoreContract {
  private static final StoreId TEA = new StoreId("tea");
  private static final StoreId COFFEE = new StoreId("coffee");
  private static final EmailAddress ANN = EmailAddress.of("ann@customer.example");
  private static final EmailAddress BOB = EmailAddress.of("bob@customer.example");

  private SuppressionStore store;

  /** For the test frameworks. */
  protected SuppressionStoreContract() {}

  /** A new, empty store. */
  protected abstract SuppressionStore open();

  /** Opens the store. */
  @BeforeEach
  protected final void openStore() {
    store = open();
  }

  private static SuppressedAddress entry(
      StoreId store, EmailAddress address, SuppressionReason reason) {
    return new SuppressedAddress(store, address, reason, NOW, 1);
  }

  private List<SuppressedAddress> all(StoreId of) {
    try (Stream<SuppressedAddress> entries = store.list(of)) {
      return entries.toList();
    }
  }

  private int bounces(EmailAddress address, String cause, int day) {
    Duration days = Duration.ofDays(day);
    return store.softBounce(TEA, address, cause, NOW.plus(days), NOW.plus(days).minusSeconds(99));
  }

  @Test
  void anEntryIsFoundAsItWasPutByItsStoreAlone() {
    for (SuppressionReason reason : SuppressionReason.values()) {
      SuppressedAddress entry = entry(TEA, ANN, reason);
      store.put(entry);
      assertThat(store.find(TEA, ANN)).contains(entry);
    }
    assertThat(store.find(COFFEE, ANN)).isEmpty();
    assertThat(store.find(TEA, BOB)).isEmpty();
  }

  @Test
  void aLaterEntryTakesThePlaceOfTheOneBefore() {
    store.put(entry(TEA, ANN, SuppressionReason.SOFT_BOUNCES));
    SuppressedAddress later =
        new SuppressedAddress(TEA, ANN, SuppressionReason.LIFTED, NOW.plusMillis(1), 0);
    store.put(later);
    assertThat(all(TEA)).containsExactly(later);
  }

  @Test
  void aStoresEntriesAreListedHoweverMany() {
    List<SuppressedAddress> entries =
        IntStream.range(0, 2_345)
            .mapToObj(i -> EmailAddress.of("shopper" + i + "@customer.example"))
            .map(address -> entry(TEA, address, SuppressionReason.HARD_BOUNCE))
            .toList();
    entries.forEach(store::put);
    store.put(entry(COFFEE, BOB, SuppressionReason.COMPLAINT));
    assertThat(all(TEA)).containsExactlyInAnyOrderElementsOf(entries);
    assertThat(all(COFFEE)).hasSize(1);
    assertThat(all(new StoreId("none"))).isEmpty();
  }

  @Test
  void addressesOfAnyScriptAreKept() {
    SuppressedAddress entry =
        entry(TEA, EmailAddress.of("用户@例子.example"), SuppressionReason.BY_HAND);
    store.put(entry);
    assertThat(all(TEA)).containsExactly(entry);
  }

  @Test
  void softBouncesAreCountedByTheirCause() {
    assertThat(bounces(ANN, "d1", 0)).isOne();
    assertThat(bounces(ANN, "d1", 0)).isOne();
    assertThat(bounces(ANN, "d2", 0)).isEqualTo(2);
    assertThat(bounces(BOB, "d1", 0)).isOne();
    assertThat(store.softBounce(COFFEE, ANN, "d1", NOW, NOW)).isOne();
  }

  @Test
  void thoseFromBeforeAreNotCountedAndOneAtTheBorderIs() {
    bounces(ANN, "d1", 0);
    assertThat(bounces(ANN, "d2", 1)).isOne();
    assertThat(store.softBounce(TEA, ANN, "d3", NOW.plusSeconds(5), NOW.plusSeconds(5)))
        .isEqualTo(2);
  }

  @Test
  void softBouncesOfAnAddressAreForgotten() {
    bounces(ANN, "d1", 0);
    bounces(BOB, "d2", 0);
    store.forgetSoftBounces(TEA, ANN);
    store.forgetSoftBounces(COFFEE, BOB);
    assertThat(bounces(ANN, "d3", 0)).isOne();
    assertThat(bounces(BOB, "d4", 0)).isEqualTo(2);
  }

  @Test
  void manyThreadsPuttingOneEntryLeaveOne() throws InterruptedException, ExecutionException {
    SuppressedAddress entry = entry(TEA, ANN, SuppressionReason.COMPLAINT);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (Future<Object> put :
          pool.invokeAll(Collections.nCopies(40, Executors.callable(() -> store.put(entry))))) {
        put.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(all(TEA)).containsExactly(entry);
  }
}
