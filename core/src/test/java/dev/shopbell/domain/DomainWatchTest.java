package dev.shopbell.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.DomainReport;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsQuestion;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain-12")
@Timeout(120)
class DomainWatchTest {
  private static final int DUE = 700;

  private static final DnsName STUCK = new DnsName("d0.example");

  private final InMemoryDomainRegistry registry = new InMemoryDomainRegistry();
  private final CountDownLatch examined = new CountDownLatch(DUE - 1);
  private final Clock clock = Clock.fixed(Sample.START.plusSeconds(30), ZoneOffset.UTC);
  private final Domains domains = domains(registry);

  private Domains domains(DomainRegistry registry) {
    String secret = Base64.getEncoder().encodeToString(new byte[32]);
    DomainVerifier verifier =
        DomainVerifier.builder(
                DomainName.of("platform.example"), SigningKeys.of("k1", Credential.of(secret)))
            .dns(DomainWatchTest::ask)
            .registry(registry)
            .clock(clock)
            .build();
    DomainListener counting =
        new DomainListener() {
          @Override
          public void examined(DomainClaim claim, DomainReport report) {
            examined.countDown();
          }
        };
    return Domains.of(verifier, counting, clock, new Random(1));
  }

  private static CompletableFuture<DnsAnswer> ask(DnsQuestion question) {
    return question.name().isWithin(STUCK)
        ? new CompletableFuture<>()
        : new FakeDns().ask(question);
  }

  @Test
  void looksAtAllThatIsDueHoweverMuchItIsAndWaitsForNone() throws InterruptedException {
    for (int i = 0; i < DUE; i++) {
      registry.save(Sample.pending(Sample.TEA, DomainName.of("d" + i + ".example")));
    }
    DomainWatch watch = DomainWatch.start(domains, Duration.ofDays(1));
    try {
      assertThat(examined.await(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      watch.close();
    }
  }

  @Test
  void closingInterruptsNothingThatReadsOrWrites() throws InterruptedException {
    SlowRegistry slow = new SlowRegistry(registry);
    DomainWatch watch = DomainWatch.start(domains(slow), Duration.ofDays(1));
    Thread thread = slow.thread.join();
    watch.close();
    slow.goesOn.countDown();
    thread.join();
    assertThat(slow.interrupted).isFalse();
  }

  @Test
  void closingEndsItAlsoWhileAllPlacesAreTakenBySilentServers() throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      registry.save(Sample.pending(Sample.TEA, DomainName.of("s" + i + ".d0.example")));
    }
    SlowRegistry slow = new SlowRegistry(registry);
    DomainWatch watch = DomainWatch.start(domains(slow), Duration.ofDays(1));
    slow.goesOn.countDown();
    Thread thread = slow.thread.join();
    awaitWaiting(thread);
    watch.close();
    thread.join();
    assertThat(registry.due(clock.instant(), 200)).hasSize(100);
  }

  /** Until it has begun as many looks as there are places, and waits for one. */
  private void awaitWaiting(Thread thread) {
    while ((registry.due(clock.instant(), 200).size() > 100
            || thread.getState() != Thread.State.WAITING)
        && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S"})
  void refusesToLookWithoutAPause(Duration every) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainWatch.start(domains, every))
        .withMessage("domains are watched every " + every + ": give some seconds");
  }

  /** Answers what is due when it may go on, and tells who asked and whether it was interrupted. */
  private static final class SlowRegistry implements DomainRegistry {
    private final DomainRegistry claims;
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private volatile boolean interrupted;

    SlowRegistry(DomainRegistry claims) {
      this.claims = claims;
    }

    @Override
    public Optional<DomainClaim> find(StoreId store, DomainName domain) {
      return claims.find(store, domain);
    }

    @Override
    public List<DomainClaim> claims(DomainName domain) {
      return claims.claims(domain);
    }

    @Override
    public List<DomainClaim> due(Instant now, int most) {
      thread.complete(Thread.currentThread());
      try {
        goesOn.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
      return claims.due(now, most);
    }

    @Override
    public boolean save(DomainClaim claim) {
      return claims.save(claim);
    }
  }
}
