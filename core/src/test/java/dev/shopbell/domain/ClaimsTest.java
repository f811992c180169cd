package dev.shopbell.domain;

import static dev.shopbell.domain.Sample.DOMAIN;
import static dev.shopbell.domain.Sample.START;
import static dev.shopbell.domain.Sample.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain-04")
class ClaimsTest {
  private final Contended registry = new Contended();
  private final List<DomainChange> told = new ArrayList<>();
  private final DomainEvents events =
      new DomainEvents(
          new DomainListener() {
            @Override
            public void changed(DomainChange change) {
              told.add(change);
            }
          });

  private Claims claims(Instant now) {
    return new Claims(
        registry,
        DomainPolicy.STANDARD,
        new RecheckSchedule(new SplittableRandom(1)),
        events,
        Clock.fixed(now, ZoneOffset.UTC));
  }

  /** Refuses so many claims, as when others are quicker. */
  private static final class Contended implements DomainRegistry {
    private final InMemoryDomainRegistry stored = new InMemoryDomainRegistry();
    private int refusals;
    private Runnable meanwhile = () -> {};

    @Override
    public Optional<DomainClaim> find(StoreId store, DomainName domain) {
      return stored.find(store, domain);
    }

    @Override
    public List<DomainClaim> claims(DomainName domain) {
      return stored.claims(domain);
    }

    @Override
    public List<DomainClaim> due(Instant now, int most) {
      return stored.due(now, most);
    }

    @Override
    public boolean save(DomainClaim claim) {
      if (refusals > 0) {
        refusals--;
        meanwhile.run();
      }
      return stored.save(claim);
    }
  }

  private DomainClaim stored() {
    return registry.find(TEA, DOMAIN).orElseThrow();
  }

  @Test
  void aChangeIsMadeAgainOnWhatAnotherHasStoredMeanwhileAndToldOnce() {
    registry.save(Sample.pending());
    Claims claims = claims(START);
    registry.refusals = 3;
    registry.meanwhile = () -> registry.stored.save(stored());

    claims.looked(stored(), Verdict.VERIFIED, Optional.empty());

    assertThat(stored().version()).isEqualTo(5);
    assertThat(stored().state()).isEqualTo(DomainState.VERIFIED);
    assertThat(told).extracting(DomainChange::to).containsExactly(DomainState.VERIFIED);
  }

  @Test
  void ofTwoLooksThatSeeTheSameOnlyOneTellsIt() {
    registry.save(Sample.pending());
    DomainClaim read = stored();
    claims(START).looked(read, Verdict.VERIFIED, Optional.empty());
    claims(START).looked(read, Verdict.VERIFIED, Optional.empty());

    assertThat(told).hasSize(1);
    assertThat(stored().history()).hasSize(2);
  }

  @Test
  void aRegistryThatNeverStoresIsNamedAsTheFault() {
    registry.save(Sample.pending());
    registry.refusals = 99;
    registry.meanwhile = () -> registry.stored.save(stored());

    assertThatIllegalStateException()
        .isThrownBy(() -> claims(START).looked(stored(), Verdict.VERIFIED, Optional.empty()))
        .withMessage(
            "the domain registry refused a claim on annstea.example 10 times: is its version kept?");
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsTakenIsDueForNobodyElseForFiveMinutes() {
    registry.save(Sample.pending());
    Instant due = START.plusSeconds(30);

    assertThat(claims(due.minusNanos(1)).takeDue(9)).isEmpty();
    assertThat(claims(due).takeDue(9)).hasSize(1);
    assertThat(claims(due).takeDue(9)).isEmpty();
    assertThat(claims(due.plusSeconds(299)).takeDue(9)).isEmpty();
    assertThat(claims(due.plusSeconds(300)).takeDue(9)).as("nobody came back").hasSize(1);
  }

  @Test
  void oneThatAnotherTookFirstIsNotTaken() {
    registry.save(Sample.pending());
    registry.refusals = 1;
    registry.meanwhile = () -> registry.stored.save(stored());

    assertThat(claims(START.plusSeconds(30)).takeDue(9)).isEmpty();
  }
}
