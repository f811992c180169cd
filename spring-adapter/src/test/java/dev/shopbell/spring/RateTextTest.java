package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Rate;
import dev.shopbell.testkit.RecordingTransport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Tag("spring-03")
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class RateTextTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "14/s, 14, PT1S",
    "100/m, 100, PT1M",
    "' 5000 / h ', 5000, PT1H",
    "1000000/d, 1000000, P1D"
  })
  void readsMessagesInATime(String text, int messages, Duration time) {
    assertThat(RateText.parse(text)).isEqualTo(new Rate(messages, time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "14", "14/", "/s", "14/S", "1.5/s", "-1/s", "14/min", "99999999/s"})
  void refusesWhatIsNoRate(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateText.parse(text))
        .withMessage(
            "it is \""
                + text
                + "\": give messages a second, minute, hour or day, as 14/s or"
                + " 100/m");
  }

  @Test
  void holdsAnAccountToItsTransportsRate() {
    RecordingTransport transport = Host.sms();
    Host.with(transport)
        .withBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC))
        .withPropertyValues("shopbell.rates." + transport.info().name() + "=2/m")
        .run(
            context -> {
              Notifier notifier = context.getBean(Notifier.class);
              for (int i = 0; i < 5; i++) {
                notifier.send(Host.STORE, Host.paid());
              }
              notifier.dispatch();
              assertThat(transport.sent()).hasSize(2);
            });
  }

  @Test
  void namesThePropertyThatIsNoRate(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            "shopbell.transports[0]=smtp://user:hunter2@localhost",
            "shopbell.platform.address=notices@host.example",
            "shopbell.rates.smtp=fast");
    assertThat(start.description())
        .isEqualTo(
            "shopbell.rates.smtp cannot be used: it is \"fast\": give messages a second, minute,"
                + " hour or day, as 14/s or 100/m.");
    assertThat(start.action()).isEqualTo("Correct shopbell.rates.smtp, or leave it out.");
  }
}
