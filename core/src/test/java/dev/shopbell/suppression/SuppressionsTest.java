package dev.shopbell.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.TestClock;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mail-06")
class SuppressionsTest {
  private static final StoreId TEA = new StoreId("tea");
  private static final StoreId COFFEE = new StoreId("coffee");
  private static final EmailAddress ANN = EmailAddress.of("ann@customer.example");

  private final TestClock clock = new TestClock(Instant.parse("2026-11-22T08:00:00Z"));
  private final Suppressions lists =
      new Suppressions(
          new InMemorySuppressionStore(), new SuppressionPolicy(3, Duration.ofDays(30)), clock);

  @Test
  void aHardBounceSuppressesAtOnceAndForItsStoreAlone() {
    lists.suppress(TEA, ANN, SuppressionReason.HARD_BOUNCE, clock.instant());

    assertThat(reason(TEA)).contains(SuppressionReason.HARD_BOUNCE);
    assertThat(reason(COFFEE)).isEmpty();
  }

  @Test
  void anAddressIsTheSameHoweverItsLettersAreWritten() {
    lists.suppress(TEA, ANN, SuppressionReason.COMPLAINT, clock.instant());

    assertThat(lists.find(TEA, EmailAddress.of("Ann@Customer.Example"))).isPresent();
  }

  @Test
  void softBouncesSuppressAfterANumberWithinATime() {
    softBounce("a", 0);
    softBounce("b", 10);
    assertThat(reason(TEA)).isEmpty();
    softBounce("c", 10);
    assertThat(lists.find(TEA, ANN))
        .hasValueSatisfying(
            entry -> {
              assertThat(entry.reason()).isEqualTo(SuppressionReason.SOFT_BOUNCES);
              assertThat(entry.count()).isEqualTo(3);
            });
  }

  @Test
  void softBouncesThatLieFurtherApartDoNot() {
    softBounce("a", 0);
    softBounce("b", 29);
    softBounce("c", 2);
    assertThat(reason(TEA)).isEmpty();
    softBounce("d", 1);
    assertThat(reason(TEA)).contains(SuppressionReason.SOFT_BOUNCES);
  }

  @Test
  void oneLetterThatIsReportedThriceCountsOnce() {
    softBounce("a", 0);
    softBounce("a", 1);
    softBounce("a", 1);
    softBounce("b", 1);
    assertThat(reason(TEA)).isEmpty();
  }

  @Test
  void theFirstReasonStaysUnlessItWasASoftOne() {
    lists.suppress(TEA, ANN, SuppressionReason.HARD_BOUNCE, clock.instant());
    lists.suppress(TEA, ANN, SuppressionReason.COMPLAINT, clock.instant());
    assertThat(reason(TEA)).contains(SuppressionReason.HARD_BOUNCE);

    softBounce("a", 0);
    softBounce("b", 0);
    softBounce("c", 0);
    assertThat(reason(TEA)).contains(SuppressionReason.HARD_BOUNCE);
  }

  @Test
  void whatIsLiftedIsNotPutBackByAnOlderReport() {
    Instant bounced = clock.instant();
    lists.suppress(TEA, ANN, SuppressionReason.HARD_BOUNCE, bounced);
    later(1);

    assertThat(lists.lift(TEA, ANN)).isTrue();
    assertThat(lists.lift(TEA, ANN)).isFalse();
    lists.suppress(TEA, ANN, SuppressionReason.HARD_BOUNCE, bounced);
    assertThat(reason(TEA)).isEmpty();

    later(1);
    lists.suppress(TEA, ANN, SuppressionReason.HARD_BOUNCE, clock.instant());
    assertThat(reason(TEA)).contains(SuppressionReason.HARD_BOUNCE);
  }

  @Test
  void liftingForgetsTheSoftBounces() {
    softBounce("a", 0);
    softBounce("b", 0);
    softBounce("c", 0);
    lists.lift(TEA, ANN);
    softBounce("d", 1);
    assertThat(reason(TEA)).isEmpty();
  }

  @Test
  void goesOutAndComesInAsLines() {
    lists.suppress(TEA, ANN, SuppressionReason.COMPLAINT, clock.instant());
    lists.add(TEA, EmailAddress.of("bob@customer.example"));
    lists.suppress(COFFEE, ANN, SuppressionReason.HARD_BOUNCE, clock.instant());

    List<String> lines = lists.export(TEA).toList();
    Suppressions others = Suppressions.inMemory(clock);

    assertThat(lines)
        .containsExactly(
            "tea\tann@customer.example\tcomplaint\t2026-11-22T08:00:00Z\t1",
            "tea\tbob@customer.example\tby-hand\t2026-11-22T08:00:00Z\t0");
    assertThat(others.load(lines)).isEqualTo(2);
    assertThat(others.export(TEA)).containsExactlyElementsOf(lines);
    assertThat(others.export(COFFEE)).isEmpty();
  }

  @Test
  void aLineThatCannotBeReadIsNamedAndNothingIsTaken() {
    List<String> lines =
        List.of(
            "# the list of tea",
            "tea\tann@customer.example\tcomplaint\t2026-11-22T08:00:00Z\t1",
            "tea\tbob@customer.example\tno-idea\t2026-11-22T08:00:00Z\t1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> lists.load(lines))
        .withMessageStartingWith(
            "line 3 of the suppression list cannot be read: reason \"no-idea\"")
        .withMessageContaining("use hard-bounce");
    assertThat(reason(TEA)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lists.load(List.of("tea,ann@customer.example")))
        .withMessageContaining("1 columns")
        .withMessageNotContaining("ann@");
  }

  private void softBounce(String cause, int daysLater) {
    later(daysLater);
    lists.softBounce(TEA, ANN, cause, clock.instant());
  }

  private void later(int days) {
    clock.advance(Duration.ofDays(days));
  }

  private Optional<SuppressionReason> reason(StoreId store) {
    return lists.find(store, ANN).map(SuppressedAddress::reason);
  }
}
