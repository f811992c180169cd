package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static dev.shopbell.testkit.SampleDeliveries.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.testkit.SettableClock;
import dev.shopbell.transport.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that is not there at first, or goes away and comes back. */
class LostDatabaseTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final SettableClock clock = SettableClock.at(NOW);
  private HikariDataSource pool;
  private SwitchedSource database;
  private JdbcOutbox outbox;

  @BeforeEach
  void open() {
    pool = Pools.of("jdbc:h2:file:" + folder.resolve("outbox") + ";WRITE_DELAY=0", "sa", "");
    database = new SwitchedSource(pool);
    outbox =
        JdbcOutbox.in(database.source())
            .makeTables()
            .clock(clock)
            .databaseClock(clock)
            .closing(pool)
            .build();
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  private List<Claim> claim() {
    return outbox.claim(ClaimRequest.of(clock.instant(), LEASE, 4));
  }

  private static Completion accepted(Claim claim) {
    Attempt attempt =
        new Attempt(1, Channel.EMAIL, "acme", NOW, new Outcome.Accepted("acme", List.of(), 1));
    return new Completion(
        claim,
        new Progress(
            DeliveryState.ACCEPTED,
            List.of(Channel.EMAIL),
            NOW,
            1,
            Optional.of(attempt),
            false,
            ""));
  }

  @Test
  void oneThatIsNotThereAtTheStartIsToldWithWhatToDo() {
    PGSimpleDataSource nobody = new PGSimpleDataSource();
    nobody.setServerNames(new String[] {"127.0.0.1"});
    nobody.setPortNumbers(new int[] {1});
    assertThatThrownBy(() -> JdbcOutbox.in(nobody).makeTables().build())
        .isInstanceOf(OutboxException.class)
        .hasMessageStartingWith("opening the outbox failed: PSQLException, SQL state 08001")
        .hasMessageContaining("check that it runs, its address and the network");
  }

  @Test
  void aFolderThatIsNotThereIsToldWithWhatToDo() {
    assertThatThrownBy(
            () -> JdbcOutbox.sqlite(folder.resolve("none/outbox.db")).makeTables().build())
        .isInstanceOf(OutboxException.class)
        .hasMessageContaining("none/outbox.db cannot be made: its folder is not there");
  }

  @Test
  void whatIsSentWhileItIsAwayIsRefusedAndWhatWasSentBeforeIsThere() {
    Delivery before = SampleDeliveries.of("tea");
    outbox.enqueue(submission(before));
    database.away(true);
    assertThatThrownBy(() -> outbox.enqueue(submission(SampleDeliveries.of("tea"))))
        .isInstanceOf(OutboxException.class)
        .hasMessageStartingWith("storing a notice failed: SQLException, SQL state 08006");
    assertThatThrownBy(this::claim).hasMessageContaining("claiming failed");
    assertThatThrownBy(() -> outbox.consents().find(before.notice().store(), "ann"))
        .hasMessageContaining("asking for consent failed");
    database.away(false);
    assertThat(claim()).extracting(Claim::delivery).containsExactly(before);
  }

  /** Begun and not on record is unknown, and not begun is due again: none is lost, none doubled. */
  @Test
  void nothingIsLostWhenItGoesAwayInTheMiddleAndComesBack() {
    for (int i = 0; i < 20; i++) {
      outbox.enqueue(submission(SampleDeliveries.of("tea")));
    }
    outbox.complete(begun(claim()));
    List<Completion> cut = begun(claim());
    List<Claim> notBegun = claim();
    database.away(true);
    assertThatThrownBy(() -> outbox.complete(cut)).hasMessageContaining("completing failed");
    assertThatThrownBy(() -> outbox.begin(notBegun)).hasMessageContaining("beginning failed");
    database.away(false);
    clock.advance(LEASE.plusSeconds(1));

    List<Claim> rest = new ArrayList<>();
    for (List<Claim> more = claim(); !more.isEmpty(); more = claim()) {
      rest.addAll(more);
    }
    assertThat(rest).hasSize(16);
    assertThat(rest.stream().filter(Claim::abandoned).map(claim -> claim.delivery().id()))
        .containsExactlyInAnyOrderElementsOf(
            cut.stream().map(done -> done.claim().delivery().id()).toList());
    assertThat(outbox.begin(notBegun)).as("their lease is over").isEmpty();
    outbox.complete(rest.stream().map(LostDatabaseTest::accepted).toList());
    assertThat(outbox.list(EnumSet.of(DeliveryState.ACCEPTED), 99)).hasSize(20);
    assertThat(outbox.nextDue()).isEmpty();
  }

  @Test
  void anEndThatWasNotRecordedIsRecordedWhenItIsToldAgainWithinItsLease() {
    outbox.enqueue(submission(SampleDeliveries.of("tea")));
    List<Completion> done = begun(claim());
    database.away(true);
    assertThatThrownBy(() -> outbox.complete(done)).isInstanceOf(OutboxException.class);
    database.away(false);
    assertThat(outbox.complete(done)).hasSize(1);
  }

  private List<Completion> begun(List<Claim> claims) {
    return outbox.begin(claims).stream().map(LostDatabaseTest::accepted).toList();
  }

  @Test
  void anEndAfterItsLeaseTakesNothingFromWhoHoldsItNow() {
    Delivery delivery = SampleDeliveries.of("tea");
    outbox.enqueue(submission(delivery));
    Claim late = outbox.begin(claim()).get(0);
    outbox.cancel(delivery.notice().store(), "SO-1", "order.paid", NOW);
    clock.advance(LEASE);
    Claim now = claim().get(0);
    Progress later = delivery.progress().dueAt(NOW, delivery.progress().route(), "later");
    List<Delivery> recorded = outbox.complete(List.of(new Completion(late, later), accepted(now)));
    assertThat(recorded).extracting(Delivery::state).containsExactly(DeliveryState.ACCEPTED);
    assertThat(outbox.nextDue()).isEmpty();
  }
}
