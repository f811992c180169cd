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
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain-12")
class DomainWatchTest {
  private static final int DUE = 700;

  private static final DnsName STUCK = new DnsName("d0.example");

  private final InMemoryDomainRegistry registry = new InMemoryDomainRegistry();
  private final CountDownLatch examined = new CountDownLatch(DUE - 1);
  private final Clock clock = Clock.fixed(Sample.START.plusSeconds(30), ZoneOffset.UTC);
  private final Domains domains = domains();

  private Domains domains() {
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

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0001S"})
  void refusesToLookWithoutAPause(Duration every) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainWatch.start(domains, every))
        .withMessage("domains are watched every " + every + ": give some seconds");
  }
}
