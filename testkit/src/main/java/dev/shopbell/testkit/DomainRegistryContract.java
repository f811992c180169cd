package dev.shopbell.testkit;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.domain.DomainChange;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.domain.DomainState;
import dev.shopbell.store.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every registry of domains keeps. Inherit it in a test and give the registry; each test has a
 * new, empty one, and may look at it from two machines.
 */
public abstract class DomainRegistryContract {
  private static final StoreId TEA = new StoreId("tea");
  private static final StoreId COFFEE = new StoreId("coffee");
  private static final DomainName DOMAIN = DomainName.of("annstea.example");

  private DomainRegistry registry;
  private DomainRegistry other;

  /** For the test frameworks. */
  protected DomainRegistryContract() {}

  /** A new, empty registry. */
  protected abstract DomainRegistry open();

  /** The registry that was opened last, as another machine sees it. */
  protected DomainRegistry elsewhere(DomainRegistry registry) {
    return registry;
  }

  /** Opens the registry. */
  @BeforeEach
  protected final void openRegistry() {
    registry = open();
    other = elsewhere(registry);
  }

  private static DomainClaim claim(StoreId store, DomainName domain, Instant next) {
    return new DomainClaim(
        store,
        domain,
        new DomainClaim.Basis("k1", Optional.empty()),
        DomainState.PENDING,
        NOW,
        new DomainClaim.Checks(next, NOW, 0, 0, Optional.empty()),
        List.of(change(store, domain, DomainChange.Cause.SET_UP)),
        0);
  }

  private static DomainClaim claim() {
    return claim(TEA, DOMAIN, NOW);
  }

  private static DomainChange change(StoreId store, DomainName domain, DomainChange.Cause cause) {
    return new DomainChange(store, domain, DomainState.UNVERIFIED, DomainState.PENDING, NOW, cause);
  }

  /** With something in every place. */
  private static DomainClaim full(StoreId store, DomainName domain) {
    List<DomainChange> history = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Arrays.stream(DomainChange.Cause.values())
          .forEach(cause -> history.add(change(store, domain, cause)));
    }
    Instant odd = NOW.plusNanos(123_456_789);
    return new DomainClaim(
        store,
        domain,
        new DomainClaim.Basis("键-2", Optional.of(DomainName.of("above.example"))),
        DomainState.LAPSED,
        odd,
        new DomainClaim.Checks(odd, odd, 77, 6, Optional.of(odd)),
        history,
        0);
  }

  @Test
  void aClaimIsFoundAsItWasSaved() {
    DomainName domain = DomainName.of("安茶.example");
    DomainClaim full = full(new StoreId("茶🍵"), domain);
    assertThat(registry.save(full)).isTrue();
    assertThat(registry.find(full.store(), domain)).contains(full.version(1));
    assertThat(other.find(full.store(), domain)).contains(full.version(1));
    assertThat(registry.find(TEA, domain)).isEmpty();
    assertThat(registry.find(full.store(), DOMAIN)).isEmpty();
  }

  @Test
  void theClaimsOfAllStoresOnADomainAreFound() {
    registry.save(claim());
    registry.save(full(COFFEE, DOMAIN));
    registry.save(claim(TEA, DomainName.of("shop.annstea.example"), NOW));
    assertThat(other.claims(DOMAIN))
        .containsExactlyInAnyOrder(claim().version(1), full(COFFEE, DOMAIN).version(1));
    assertThat(registry.claims(DomainName.of("none.example"))).isEmpty();
  }

  @Test
  void aClaimThatAnotherMachineHasSavedMeanwhileIsRefused() {
    assertThat(registry.save(claim())).isTrue();
    assertThat(other.save(claim())).as("a second first").isFalse();
    DomainClaim read = other.find(TEA, DOMAIN).orElseThrow();
    assertThat(registry.save(read)).isTrue();
    assertThat(other.save(read)).as("the same again").isFalse();
    assertThat(other.find(TEA, DOMAIN)).contains(claim().version(2));
  }

  @Test
  void aClaimOfAVersionThatWasNeverSavedIsRefused() {
    assertThat(registry.save(claim().version(3))).isFalse();
    assertThat(registry.find(TEA, DOMAIN)).isEmpty();
    assertThat(registry.claims(DOMAIN)).isEmpty();
  }

  @Test
  void oneOfManyWinsOnTwoMachines() throws InterruptedException, ExecutionException {
    assertThat(winners(claim())).as("the first time").isOne();
    for (int round = 1; round < 6; round++) {
      assertThat(winners(registry.find(TEA, DOMAIN).orElseThrow())).isOne();
    }
    assertThat(registry.find(TEA, DOMAIN).orElseThrow().version()).isEqualTo(6);
  }

  private long winners(DomainClaim read) throws InterruptedException, ExecutionException {
    List<Callable<Boolean>> saves = new ArrayList<>();
    saves.addAll(Collections.nCopies(20, () -> registry.save(read)));
    saves.addAll(Collections.nCopies(20, () -> other.save(read)));
    Collections.shuffle(saves, new Random(7));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      long won = 0;
      for (Future<Boolean> save : pool.invokeAll(saves)) {
        won += save.get() ? 1 : 0;
      }
      return won;
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whatIsDueIsGivenLongestFirstAndNeverEarly() {
    for (int i = 0; i < 5; i++) {
      DomainName domain = DomainName.of("d" + i + ".example");
      registry.save(claim(TEA, domain, NOW.plusSeconds(60 - i * 10L).plusNanos(1)));
    }
    assertThat(registry.due(NOW, 9)).isEmpty();
    assertThat(registry.due(NOW.plusSeconds(20), 9)).as("a nanosecond early").isEmpty();
    assertThat(registry.due(NOW.plusSeconds(51), 9))
        .extracting(claim -> claim.domain().value())
        .containsExactly("d4.example", "d3.example", "d2.example", "d1.example");
    assertThat(other.due(NOW.plusSeconds(99), 2))
        .extracting(claim -> claim.domain().value())
        .containsExactly("d4.example", "d3.example");
  }

  @Test
  void aLaterLookIsNotDueAtTheEarlierTime() {
    registry.save(claim());
    DomainClaim read = registry.find(TEA, DOMAIN).orElseThrow();
    DomainClaim.Checks later =
        new DomainClaim.Checks(NOW.plusSeconds(300), NOW, 1, 0, Optional.empty());
    DomainClaim leased =
        new DomainClaim(
            TEA, DOMAIN, read.basis(), read.state(), NOW, later, read.history(), read.version());
    assertThat(registry.save(leased)).isTrue();
    assertThat(other.due(NOW.plusSeconds(299), 9)).isEmpty();
    assertThat(other.due(NOW.plusSeconds(300), 9)).containsExactly(leased.version(2));
  }
}
