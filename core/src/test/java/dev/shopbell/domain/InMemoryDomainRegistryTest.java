package dev.shopbell.domain;

import static dev.shopbell.domain.Sample.COFFEE;
import static dev.shopbell.domain.Sample.DOMAIN;
import static dev.shopbell.domain.Sample.START;
import static dev.shopbell.domain.Sample.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.StoreId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InMemoryDomainRegistryTest {
  private final DomainRegistry registry = new InMemoryDomainRegistry();

  private DomainClaim stored(StoreId store, DomainName domain) {
    return registry.find(store, domain).orElseThrow();
  }

  @Test
  void findsAClaimByStoreAndDomain() {
    registry.save(Sample.pending());
    registry.save(Sample.pending(COFFEE, DOMAIN));

    assertThat(stored(TEA, DOMAIN)).isEqualTo(Sample.pending().version(1));
    assertThat(registry.find(TEA, DomainName.of("shop.annstea.example"))).isEmpty();
    assertThat(registry.claims(DOMAIN))
        .extracting(DomainClaim::store)
        .containsExactlyInAnyOrder(TEA, COFFEE);
  }

  @Test
  void refusesAClaimThatAnotherHasStoredMeanwhile() {
    assertThat(registry.save(Sample.pending())).isTrue();
    assertThat(registry.save(Sample.pending())).as("a second first").isFalse();
    DomainClaim read = stored(TEA, DOMAIN);
    assertThat(registry.save(read)).isTrue();
    assertThat(registry.save(read)).as("the same again").isFalse();
    assertThat(stored(TEA, DOMAIN).version()).isEqualTo(2);
  }

  @Test
  void refusesAClaimOfAVersionThatItNeverStored() {
    assertThat(registry.save(Sample.pending().version(3))).isFalse();
    assertThat(registry.find(TEA, DOMAIN)).isEmpty();
  }

  @Test
  void letsOneOfManyThreadsWin() throws InterruptedException, ExecutionException {
    registry.save(Sample.pending());
    DomainClaim read = stored(TEA, DOMAIN);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> saves =
          pool.invokeAll(Collections.nCopies(50, () -> registry.save(read)));
      int won = 0;
      for (Future<Boolean> save : saves) {
        won += save.get() ? 1 : 0;
      }
      assertThat(won).isOne();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void givesWhatIsDueLongestFirst() {
    for (int i = 0; i < 5; i++) {
      DomainName domain = DomainName.of("d" + i + ".example");
      DomainClaim claim = Sample.pending(TEA, domain);
      registry.save(claim.checks(claim.checks().next(START.plusSeconds(60 - i * 10L))));
    }
    assertThat(registry.due(START, 9)).isEmpty();
    assertThat(registry.due(START.plusSeconds(50), 9))
        .extracting(claim -> claim.domain().value())
        .containsExactly("d4.example", "d3.example", "d2.example", "d1.example");
    assertThat(registry.due(START.plusSeconds(99), 2)).hasSize(2);
  }
}
