package dev.shopbell.jdbc;

import static dev.shopbell.testkit.SampleDeliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Notice;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import dev.shopbell.delivery.Window;
import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.TemplateId;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.testkit.SettableClock;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Receipt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of any script and length, large payloads, callers' transactions of any isolation. */
abstract class BadInputChecks {
  private final SettableClock clock = SettableClock.at(NOW);
  private JdbcOutbox outbox;

  abstract JdbcOutbox open(SettableClock clock);

  /** A caller's own connection. */
  abstract Connection connection() throws SQLException;

  @BeforeEach
  void open() {
    outbox = open(clock);
  }

  private static Delivery delivery(
      String store, String type, String about, String recipient, Map<String, Object> data) {
    Delivery sample = SampleDeliveries.of("tea");
    return new Delivery(
        sample.id(),
        new Notice(
            new StoreId(store),
            type,
            Purpose.TRANSACTIONAL,
            new TemplateId(type, "1"),
            about,
            Origin.OWN,
            data),
        Recipient.of(recipient).email("ann@customer.example"),
        new Window(NOW, NOW, NOW.plus(Duration.ofDays(1))),
        Progress.queued(List.of(Channel.EMAIL), NOW));
  }

  private List<Claim> claim() {
    return outbox.claim(ClaimRequest.of(clock.instant(), Duration.ofMinutes(1), 99));
  }

  private static Submission keyed(String key, Delivery delivery) {
    return new Submission(
        delivery.notice().store(),
        Optional.of(new IdempotencyKey(key)),
        "f".repeat(64),
        List.of(delivery));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "\u8336", "\uD83C\uDF75", "\u0634", "e\u0301", "\uFFFD", "'", "\\", "%", "~"})
  void namesOfAnyScriptMayBeAsLongAsTheyMay(String piece) {
    String store = piece.repeat(64 / piece.length());
    String type = piece.repeat(64 / piece.length());
    String about = piece.repeat(200 / piece.length());
    String recipient = piece.repeat(128 / piece.length());
    Delivery delivery = delivery(store, type, about, recipient, Map.of(piece, piece));
    outbox.enqueue(keyed(about, delivery));
    assertThat(outbox.enqueue(keyed(about, delivery)).deliveries()).containsExactly(delivery.id());
    Claim claim = claim().get(0);
    assertThat(claim.delivery()).isEqualTo(delivery);
    String provider = piece.repeat(100 / piece.length());
    String ref = piece.repeat(300 / piece.length());
    Outcome outcome = new Outcome.Accepted(provider, List.of(ref), 1);
    Attempt attempt = new Attempt(1, Channel.EMAIL, provider, NOW, outcome);
    Progress accepted =
        new Progress(
            DeliveryState.ACCEPTED,
            List.of(Channel.EMAIL),
            NOW,
            1,
            Optional.of(attempt),
            false,
            piece);
    assertThat(outbox.complete(List.of(new Completion(claim, accepted)))).hasSize(1);
    assertThat(outbox.find(delivery.id())).contains(delivery.with(accepted));
    Receipt receipt = new Receipt(provider, ref, Receipt.Status.DELIVERED, NOW, Optional.empty());
    assertThat(
            outbox.settle(
                receipt, found -> found.progress().ended(DeliveryState.DELIVERED, NOW, "")))
        .isPresent();
    assertThat(outbox.cancel(new StoreId(store), about, type, NOW).tooLate()).isEmpty();
    assertThat(outbox.forget(recipient)).isEmpty();
    assertThat(outbox.find(delivery.id()).orElseThrow().recipient().id()).isEqualTo("forgotten");
  }

  /** Nothing is folded: neither case, accents, width, white space nor composed letters. */
  @Test
  void keysThatOnlyLookAlikeAreDifferentNotices() {
    List<String> keys =
        List.of(
            "caf\u00e9",
            "cafe\u0301",
            "cafe",
            "Cafe",
            "CAFE",
            "cafe ",
            "cafe  ",
            " cafe",
            "\uFF43afe",
            "stra\u00dfe",
            "strasse",
            "\u0131",
            "i",
            "I",
            "\u0130",
            "\uD83C\uDF75",
            "\uD83C\uDF76",
            "?",
            "a\u200B",
            "a");
    for (String key : keys) {
      SendResult result = outbox.enqueue(keyed(key, SampleDeliveries.of("tea")));
      assertThat(result.isDuplicate()).as(key).isFalse();
    }
    for (String key : keys) {
      SendResult result = outbox.enqueue(keyed(key, SampleDeliveries.of("tea")));
      assertThat(result.isDuplicate()).as(key).isTrue();
    }
    assertThat(claim()).hasSize(keys.size());
  }

  @Test
  void storesAndRecipientsThatOnlyLookAlikeAreDifferent() {
    Delivery ann = delivery("tea", "t", "SO-1", "ann", Map.of());
    Delivery other = delivery("tea ", "t", "SO-1 ", "ann ", Map.of());
    outbox.enqueue(SampleDeliveries.submission(ann));
    outbox.enqueue(SampleDeliveries.submission(other));
    assertThat(outbox.cancel(new StoreId("tea"), "SO-1 ", "t", NOW).cancelled()).isEmpty();
    assertThat(outbox.forget("ann")).hasSize(1);
    assertThat(outbox.find(other.id())).contains(other);
  }

  @Test
  void aPayloadOfFiveMegabytesComesBackAsItWas() {
    String words = "All of it, \u8336\u8336 \uD83C\uDF75. ".repeat(250_000);
    Delivery delivery = delivery("tea", "t", "SO-1", "ann", Map.of("words", words));
    outbox.enqueue(SampleDeliveries.submission(delivery));
    Claim claim = claim().get(0);
    assertThat(claim.delivery().equals(delivery)).isTrue();
    assertThat(outbox.begin(List.of(claim))).hasSize(1);
  }

  /**
   * Serializable and repeatable read see nothing of what others have committed since they began.
   */
  @ParameterizedTest
  @ValueSource(
      ints = {
        Connection.TRANSACTION_READ_COMMITTED,
        Connection.TRANSACTION_REPEATABLE_READ,
        Connection.TRANSACTION_SERIALIZABLE
      })
  void aCallersTransactionOfAnyIsolationSendsOnceOrSaysWhatToDo(int isolation) throws SQLException {
    try (Connection connection = connection()) {
      if (!connection.getMetaData().supportsTransactionIsolationLevel(isolation)) {
        return;
      }
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(false);
      Delivery early = SampleDeliveries.of("tea");
      outbox.within(connection).enqueue(keyed("early", early));
      connection.commit();
      assertThat(outbox.find(early.id())).isPresent();

      connection.createStatement().executeQuery("SELECT 1").close();
      snapshot(connection);
      Delivery first = SampleDeliveries.of("tea");
      outbox.enqueue(keyed("k", first));
      Optional<SendResult> second = Optional.empty();
      try {
        second =
            Optional.of(outbox.within(connection).enqueue(keyed("k", SampleDeliveries.of("tea"))));
      } catch (OutboxException e) {
        assertThat(e).hasMessageContaining("roll back and do it again");
      }
      connection.rollback();
      second.ifPresent(result -> assertThat(result.deliveries()).containsExactly(first.id()));
      assertThat(outbox.within(connection).enqueue(keyed("k", early)).isDuplicate()).isTrue();
      connection.rollback();
    }
    assertThat(claim()).hasSize(2);
  }

  /** Begins to read, so that the transaction sees what there is now. */
  private static void snapshot(Connection connection) throws SQLException {
    String sql = "SELECT count(*) FROM information_schema.tables";
    if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
      sql = "SELECT count(*) FROM sqlite_master";
    }
    connection.createStatement().executeQuery(sql).close();
  }
}
