package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.notice.Purpose;
import dev.shopbell.testkit.SampleDeliveries;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OutboxCommandsTest {
  @TempDir Path folder;
  private Path file;
  private Delivery failed;
  private Delivery unknown;

  @BeforeEach
  void fill() {
    file = folder.resolve("outbox.db");
    try (JdbcOutbox outbox = JdbcOutbox.sqlite(file).makeTables().build()) {
      failed = end(outbox, DeliveryState.FAILED, new Outcome.Rejected(Reason.BAD_ADDRESS, "550"));
      unknown = end(outbox, DeliveryState.UNKNOWN, new Outcome.Unknown("no answer"));
      end(outbox, DeliveryState.ACCEPTED, Outcome.Accepted.of("smtp", "m-1"));
      queue(outbox, Purpose.TRANSACTIONAL);
      queue(outbox, Purpose.MARKETING);
    }
  }

  private static Delivery queue(JdbcOutbox outbox, Purpose purpose) {
    Delivery delivery = SampleDeliveries.of("tea", purpose, SampleDeliveries.NOW);
    outbox.enqueue(SampleDeliveries.submission(delivery));
    return delivery;
  }

  private static Delivery end(JdbcOutbox outbox, DeliveryState state, Outcome outcome) {
    Delivery delivery = queue(outbox, Purpose.TRANSACTIONAL);
    Instant at = SampleDeliveries.NOW;
    List<Claim> claims = outbox.claim(ClaimRequest.of(at, Duration.ofMinutes(1), 1));
    outbox.begin(claims);
    Attempt attempt = new Attempt(1, Channel.EMAIL, "smtp", at, outcome);
    Progress progress =
        new Progress(state, List.of(Channel.EMAIL), at, 1, Optional.of(attempt), false, "as it is");
    outbox.complete(List.of(new Completion(claims.get(0), progress)));
    return delivery;
  }

  private Cli outbox(String command, String... more) {
    return at("jdbc:sqlite:" + file, command, more);
  }

  private static Cli at(String url, String command, String... more) {
    return Cli.run(
        "",
        Stream.concat(Stream.of("outbox", command, "--jdbc", url), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void statusCountsByLane() throws IOException {
    JsonNode line = outbox("status").lines().get(0);

    assertThat(line.get("urgent").get("pending").asInt()).isEqualTo(1);
    assertThat(line.get("urgent").get("underWay").asInt()).isZero();
    assertThat(line.get("urgent").get("lateSince").isTextual()).isTrue();
    assertThat(line.get("marketing").get("pending").asInt()).isEqualTo(1);
    assertThat(line.get("givenUp").asInt()).isEqualTo(2);
  }

  @Test
  void deadTellsWhyAndNothingPersonal() {
    Cli run = outbox("dead");

    assertThat(run.out().lines())
        .containsExactly(
            "{\"id\":\"%s\",\"store\":\"tea\",\"type\":\"order.paid\",\"channel\":\"email\",\"state\":\"failed\",\"why\":\"as it is\",\"attempts\":1}"
                .formatted(failed.id()),
            "{\"id\":\"%s\",\"store\":\"tea\",\"type\":\"order.paid\",\"channel\":\"email\",\"state\":\"unknown\",\"why\":\"as it is\",\"attempts\":1}"
                .formatted(unknown.id()));
    assertThat(outbox("dead", "--limit", "1").err()).contains("There are more");
    assertThat(outbox("dead", "--state", "expired").out()).isEmpty();
  }

  @Test
  @Tag("delivery-04")
  void redriveSendsOneAgainWithAsLongToGoOutAsBefore() throws IOException {
    Cli run = outbox("redrive", failed.id().value());

    assertThat(run.exit()).isZero();
    assertThat(run.lines().get(0).get("state").asText()).isEqualTo("pending");
    assertThat(outbox("redrive", failed.id().value()).exit()).isEqualTo(1);
    try (JdbcOutbox outbox = JdbcOutbox.sqlite(file).build()) {
      Delivery again = outbox.find(failed.id()).orElseThrow();
      assertThat(Duration.between(again.window().notBefore(), again.window().expires()))
          .isEqualTo(Duration.ofDays(1));
    }
  }

  @Test
  @Tag("delivery-04")
  void redriveSendsManyAgain() throws IOException {
    Cli one = outbox("redrive", "--all", "--limit", "1");
    assertThat(one.lines()).hasSize(1);
    assertThat(one.err()).contains("Still given up: 1.");
    assertThat(outbox("redrive", "--state", "failed").out()).isEmpty();
    assertThat(outbox("redrive", "--state", "UNKNOWN").lines()).hasSize(1);
    assertThat(outbox("dead").out()).isEmpty();
  }

  @Test
  void statsCountByTypeChannelAndState() {
    Cli run = outbox("stats");

    assertThat(run.out().lines())
        .containsExactly(
            "{\"type\":\"order.paid\",\"channel\":\"email\",\"state\":\"pending\",\"count\":2}",
            "{\"type\":\"order.paid\",\"channel\":\"email\",\"state\":\"accepted\",\"count\":1}",
            "{\"type\":\"order.paid\",\"channel\":\"email\",\"state\":\"failed\",\"count\":1}",
            "{\"type\":\"order.paid\",\"channel\":\"email\",\"state\":\"unknown\",\"count\":1}");
    assertThat(run.err()).contains("All there are: 5 deliveries, sent since 2026-11-22T08:00:00Z.");
    assertThat(outbox("stats", "--newest", "2").err()).contains("The newest;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "redrive|say what to send again",
        "redrive --all 01jd0000000000000000000000|say what to send again",
        "redrive nonsense|delivery id has the wrong form",
        "redrive --state pending|is not given up: use failed, unknown or expired",
        "dead --limit 0|--limit is 0",
        "stats --newest 0|--newest is 0",
        "status --prefix Bad-|table prefix",
        "status --password-file /no/such|--password-file /no/such cannot be read"
      })
  void wrongUsageEndsWithTwoAndARemedy(String command, String told) {
    String[] words = command.split(" ");
    String url = command.contains("password") ? "jdbc:h2:mem:x" : "jdbc:sqlite:" + file;
    Cli run = at(url, words[0], Stream.of(words).skip(1).toArray(String[]::new));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(told).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:nothing://ann:geheim@host/x",
        "postgresql://ann:geheim@host/x",
        "jdbc:postgresql//host/x?password=geheim",
        "jdbc:sqlite:/no/such/file.db"
      })
  void aUrlThatNamesNoDatabaseIsWrongUsage(String url) {
    Cli run = at(url, "status");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("jdbc:sqlite:").doesNotContain("geheim", "\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/x?user=ann&password=geheim",
        "jdbc:mariadb://127.0.0.1:1/x?user=ann&password=geheim",
        "jdbc:h2:tcp://127.0.0.1:1/x;USER=ann;PASSWORD=geheim",
        "jdbc:h2:file:/no/such/place/x;USER=ann;PASSWORD=geheim"
      })
  void aDatabaseThatIsAwayIsNamedWithoutItsPassword(String url) {
    Cli run = at(url, "status");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("opening the outbox failed").doesNotContain("geheim", "\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aWrongPasswordAndMissingTablesAreTold() throws IOException, SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("h2");
    try (Connection made = DriverManager.getConnection(url, "ann", "right");
        Statement statement = made.createStatement()) {
      statement.execute("CREATE TABLE other (id INT)");
    }
    Path wrong = Files.writeString(folder.resolve("wrong"), "geheim\n");
    Path right = Files.writeString(folder.resolve("right"), "right\n");

    Cli refused = at(url, "status", "--user", "ann", "--password-file", wrong.toString());
    Cli empty = at(url, "dead", "--user", "ann", "--password-file", right.toString());

    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("refuses the login").doesNotContain("geheim", "\tat ");
    assertThat(empty.exit()).isEqualTo(1);
    assertThat(empty.err()).contains("there are no tables with the prefix shopbell_");
  }

  @Test
  void aFileOfAnotherKindIsNotTouched() throws IOException {
    Path other = Files.writeString(folder.resolve("letter.txt"), "This is no database at all.");

    Cli run = at("jdbc:sqlite:" + other, "status");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("letter.txt is no SQLite file");
    assertThat(other).hasContent("This is no database at all.");
  }
}
