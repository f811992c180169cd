package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.jdbc.Retention;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class TidyRoundTest {
  private static final String BOUNCES = "shopbell_soft_bounce";

  private final DataSource database = OutboxHost.database();
  private final JdbcTemplate sql = new JdbcTemplate(database);
  private final ApplicationContextRunner host = OutboxHost.in(database, Host.sms());

  private void bounce(int count) {
    for (int i = 0; i < count; i++) {
      sql.update(
          "INSERT INTO shopbell_soft_bounce (store, address, cause, at)"
              + " VALUES ('tea', 'ann@mail.example', ?, 0)",
          "cause" + i);
    }
  }

  @Test
  @Tag("spring-01")
  void takesOutWhatIsOldBatchByBatch() {
    host.withPropertyValues(
            "shopbell.outbox.retention.batch=2", "shopbell.outbox.retention.every=2h")
        .run(
            context -> {
              bounce(3);
              Rounds rounds = context.getBean(Rounds.class);
              assertThat(rounds.isRunning()).isTrue();
              assertThat(rounds.round().get()).isEqualTo(TidyRound.PAUSE);
              assertThat(OutboxHost.count(database, BOUNCES)).isEqualTo(1);
              assertThat(rounds.round().get()).isEqualTo(Duration.ofHours(2));
              assertThat(OutboxHost.count(database, BOUNCES)).isZero();
            });
  }

  @Test
  void triesAgainAndLogsNothingOfTheRows(CapturedOutput output) {
    JdbcOutbox outbox = JdbcOutbox.in(database).makeTables().build();
    TidyRound round = new TidyRound(outbox, Retention.STANDARD, Duration.ofHours(1));
    bounce(1);
    sql.execute("ALTER TABLE shopbell_soft_bounce RENAME TO away");
    assertThat(round.get()).isEqualTo(TidyRound.AGAIN);
    assertThat(output)
        .contains("the outbox could not be tidied, and will be again in PT1M: ")
        .doesNotContain("ann@");
    sql.execute("ALTER TABLE away RENAME TO shopbell_soft_bounce");
    assertThat(round.get()).isEqualTo(Duration.ofHours(1));
    assertThat(OutboxHost.count(database, BOUNCES)).isZero();
  }

  @Test
  void readsAPlainNumberAsDaysAndKeepsTheOtherAges() {
    host.withPropertyValues("shopbell.outbox.retention.given-up=365")
        .run(
            context -> {
              TidyRound round = (TidyRound) context.getBean(Rounds.class).round();
              Retention standard = Retention.STANDARD;
              assertThat(round.retention())
                  .isEqualTo(
                      new Retention(
                          standard.ended(),
                          Duration.ofDays(365),
                          standard.names(),
                          standard.reports(),
                          standard.batch()));
              assertThat(round.every()).isEqualTo(Duration.ofHours(1));
            });
  }

  @Test
  void isSwitchedOffByProperty() {
    host.withPropertyValues("shopbell.outbox.retention.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(Rounds.class));
  }

  @Test
  @Tag("spring-03")
  void namesThePropertyThatIsRefused() {
    host.withPropertyValues("shopbell.outbox.retention.ended=1h")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("retention ended is PT1H: give a day or more"));
    host.withPropertyValues("shopbell.outbox.retention.every=0")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining(
                        "shopbell.outbox.retention.every cannot be used: it is PT0S"));
  }
}
