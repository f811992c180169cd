package dev.shopbell.testkit.domain;

import static dev.shopbell.testkit.domain.BrandPlatform.ANN;
import static dev.shopbell.testkit.domain.BrandPlatform.DOMAIN;
import static dev.shopbell.testkit.domain.BrandPlatform.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.domain.DomainChange;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainListener;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.Domains;
import dev.shopbell.domain.MailboxChange;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.testkit.dns.DnsFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DomainLifeTest {
  private final BrandPlatform platform = new BrandPlatform();
  private final Domains domains = platform.domains();

  @AfterEach
  void close() {
    platform.close();
  }

  private void run(Duration time) {
    platform.run(domains, time);
  }

  private DomainState state() {
    return platform.state(domains);
  }

  @Test
  @Tag("domain-04")
  @Tag("domain-08")
  @Tag("domain-12")
  void goesFromSetUpToEffectAndToLapseAndBack() {
    assertThat(state()).isEqualTo(DomainState.UNVERIFIED);
    MailboxChange change = platform.change(domains, TEA, ANN.value());
    assertThat(change.state()).isEqualTo(DomainState.PENDING);
    run(Duration.ofMinutes(2));
    assertThat(state()).isEqualTo(DomainState.PENDING);

    DomainSetup setup = change.setup().orElseThrow();
    platform.publish(setup);
    run(Duration.ofMinutes(3));
    assertThat(state()).isEqualTo(DomainState.VERIFIED);
    Instant effective = platform.claim(TEA, DOMAIN).since().plus(Duration.ofMinutes(15));
    platform.clock.set(effective.minusMillis(1));
    assertThat(state()).isEqualTo(DomainState.VERIFIED);
    platform.clock.set(effective);
    assertThat(state()).as("though nobody has looked").isEqualTo(DomainState.EFFECTIVE);
    run(Duration.ofHours(1));

    platform.unpublish();
    run(Duration.ofDays(1));
    Instant lost = platform.claim(TEA, DOMAIN).checks().failingSince().orElseThrow();
    run(Duration.between(platform.clock.instant(), lost.plus(Duration.ofDays(3))).minusMillis(1));
    assertThat(platform.claim(TEA, DOMAIN).checks().failures()).isGreaterThan(60);
    assertThat(state()).isEqualTo(DomainState.EFFECTIVE);
    run(Duration.ofHours(2));
    assertThat(state()).isEqualTo(DomainState.LAPSED);

    platform.publish(setup);
    run(Duration.ofHours(2));
    assertThat(state()).isEqualTo(DomainState.EFFECTIVE);
    assertThat(platform.changes)
        .extracting(DomainChange::to)
        .containsExactly(
            DomainState.PENDING,
            DomainState.VERIFIED,
            DomainState.EFFECTIVE,
            DomainState.LAPSED,
            DomainState.EFFECTIVE);
    assertThat(platform.claim(TEA, DOMAIN).history()).isEqualTo(platform.changes);
  }

  @Test
  @Tag("domain-04")
  void tellsTheSenderTheReturnPathOfItsOwnRecords() {
    DomainSetup setup = platform.effective(domains, TEA, ANN.value());
    DomainName returnPath = domains.status(TEA, DOMAIN).returnPath().orElseThrow();
    assertThat(setup.records())
        .anyMatch(record -> record.name().value().equals(returnPath.value()));
  }

  @Test
  @Tag("domain-12")
  void aMerchantWhoAsksIsAnsweredAtOnce() {
    assertThat(domains.check(TEA, DOMAIN)).isEmpty();
    DomainSetup setup = platform.change(domains, TEA, ANN.value()).setup().orElseThrow();
    platform.publish(setup);

    assertThat(domains.check(TEA, DOMAIN).orElseThrow().join().records())
        .hasSize(3)
        .allMatch(record -> record.diagnosis().isAccepted());
    assertThat(state()).isEqualTo(DomainState.VERIFIED);
  }

  @Test
  @Tag("domain-07")
  void aMerchantWhoAsksAgainAndAgainWhileTheDnsFailsLosesNothing() {
    platform.effective(domains, TEA, ANN.value());
    platform.world.recursive().always(DnsFault.SERVFAIL);
    for (int i = 0; i < 10; i++) {
      platform.clock.advance(Duration.ofHours(10));
      domains.check(TEA, DOMAIN).orElseThrow().join();
    }
    assertThat(state()).isEqualTo(DomainState.EFFECTIVE);
    assertThat(platform.claim(TEA, DOMAIN).checks().failures()).isZero();
  }

  @Test
  @Tag("domain-12")
  void aServerThatLagsBehindTakesNothingFromADomainThatTheWorldSees() {
    platform.effective(domains, TEA, ANN.value());
    platform.world.zone("annstea.example", BrandPlatform.MAIL, "127.0.0.5");
    domains.check(TEA, DOMAIN).orElseThrow().join();
    assertThat(platform.claim(TEA, DOMAIN).checks().failures()).isOne();

    run(Duration.ofDays(6));
    assertThat(platform.changes)
        .extracting(DomainChange::to)
        .containsExactly(DomainState.PENDING, DomainState.VERIFIED, DomainState.EFFECTIVE);
    assertThat(platform.claim(TEA, DOMAIN).checks().failures()).isZero();
  }

  @Test
  @Tag("domain-10")
  void aDelegatedSubdomainWhoseServersDoNotAnswerIsReportedAsSuch() {
    platform.world.zone("shop.annstea.example", BrandPlatform.MAIL, "127.0.0.6");
    DomainName shop = DomainName.of("shop.annstea.example");
    platform.change(domains, TEA, "ann@shop.annstea.example");
    platform.world.server("127.0.0.6").kill();

    assertThat(domains.check(TEA, shop).orElseThrow().join().findings())
        .anyMatch(found -> found.finding().name().equals("LAME_DELEGATION"));
    assertThat(domains.status(TEA, shop).state()).isEqualTo(DomainState.PENDING);
  }

  @Test
  @Tag("domain-04")
  void aListenerThatThrowsStopsNothing() {
    DomainListener broken =
        new DomainListener() {
          @Override
          public void changed(DomainChange change) {
            throw new IllegalStateException("a listener's own fault");
          }

          @Override
          public void examined(DomainClaim claim, dev.shopbell.diagnosis.DomainReport report) {
            throw new IllegalStateException("a listener's own fault");
          }
        };
    Domains told = Domains.of(platform.verifier(), broken, platform.clock, new Random(1));
    platform.effective(told, TEA, ANN.value());
    assertThat(platform.state(told)).isEqualTo(DomainState.EFFECTIVE);
  }

  @Test
  @Tag("domain-02")
  void aNewSigningKeyChangesNothingThatIsPublished() {
    SigningKeys rotated = BrandPlatform.keys().rotate("k2", BrandPlatform.secret(1));
    DomainSetup before = platform.effective(domains, TEA, ANN.value());
    Domains later = platform.domains(platform.builder(rotated).build());
    platform.run(later, Duration.ofDays(9));

    assertThat(platform.state(later)).isEqualTo(DomainState.EFFECTIVE);
    assertThat(platform.builder(rotated).build().setupNow(TEA, ANN)).isEqualTo(before);
  }

  @Test
  @Tag("domain-11")
  void aClaimWhoseKeyIsGoneSendsOnBehalfAndKeepsNoOtherFromBeingLookedAt() {
    platform.effective(domains, TEA, ANN.value());
    platform.world.zone("bo.example", BrandPlatform.MAIL, "127.0.0.6");
    SigningKeys other = SigningKeys.of("k2", BrandPlatform.secret(1));
    Domains later = platform.domains(platform.builder(other).build());
    DomainSetup setup =
        platform.change(later, BrandPlatform.COFFEE, "bo@bo.example").setup().orElseThrow();
    platform.publish(setup);
    platform.run(later, Duration.ofDays(2));

    assertThat(later.status(BrandPlatform.COFFEE, DomainName.of("bo.example")).state())
        .isEqualTo(DomainState.EFFECTIVE);
    assertThat(platform.state(later)).isEqualTo(DomainState.UNVERIFIED);
    assertThat(later.status(TEA, DOMAIN).returnPath()).isEmpty();
    assertThat(platform.state(domains)).as("with the key again").isEqualTo(DomainState.EFFECTIVE);
  }

  @Test
  void theFirstStatusOfADomainWaitsForNoAnswer() {
    platform.world.recursive().always(DnsFault.SILENCE);
    assertThat(domains.status(TEA, DOMAIN).dmarc().isStrict()).isTrue();
    assertThat(Optional.of(state())).contains(DomainState.UNVERIFIED);
  }
}
