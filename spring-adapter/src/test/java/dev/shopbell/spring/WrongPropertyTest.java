package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Values that are no number, no time, no switch and none of the words there are. */
@Tag("spring-03")
@ExtendWith(OutputCaptureExtension.class)
class WrongPropertyTest {
  private static final String MAIL = "shopbell.transports[0]=smtp://user:hunter2@localhost";
  private static final String PLATFORM = "shopbell.platform.address=notices@host.example";

  @ParameterizedTest
  @CsvSource({
    "shopbell.workers, many",
    "shopbell.attempt-timeout, soon",
    "shopbell.close-patience, some",
    "shopbell.retry.first, soon",
    "shopbell.outbox.tables, create",
    "shopbell.outbox.foreign-transactions, ignore",
    "shopbell.outbox.retention.enabled, flase",
    "shopbell.outbox.retention.ended, never",
    "shopbell.outbox.retention.batch, all",
    "shopbell.domains.watch.enabled, flase",
    "shopbell.domains.watch.every, often",
    "shopbell.health.late-after, late"
  })
  void isNamedWithItsValue(String name, String value, CapturedOutput output) {
    FailedStart start =
        FailedStart.of(output, HostApplication.class, MAIL, PLATFORM, name + "=" + value);
    assertThat(start.description()).contains(name, value);
    assertThat(start.action()).isNotEmpty();
  }

  @Test
  void isNamedWithTheWordsThereAre(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output, HostApplication.class, MAIL, PLATFORM, "shopbell.outbox.tables=create");
    assertThat(start.action()).contains("CHECK", "MAKE");
  }

  @Test
  void isNoTimeAtAllForBeingLate(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output, HostApplication.class, MAIL, PLATFORM, "shopbell.health.late-after=0");
    assertThat(start.description()).contains("shopbell.health.late-after is PT0S: give PT1S");
  }

  @Test
  void isASwitchThatIsNeitherOnNorOff() {
    ApplicationContextRunner host = OutboxHost.in(OutboxHost.database(), Host.sms());
    host.withPropertyValues("shopbell.outbox.enabled=flase")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining("shopbell.outbox.enabled"));
  }

  @Test
  void isAFileThatCannotBeThere() {
    OutboxHost.durable(Host.sms())
        .withPropertyValues("shopbell.outbox.sqlite=no/such/folder/outbox.db")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasStackTraceContaining(
                        "See that shopbell.outbox.sqlite names a file whose folder is there"));
  }
}
