package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Tag("spring-03")
@ExtendWith(OutputCaptureExtension.class)
class SecretBindAdvisorTest {
  private static final String REMEDY =
      "Number the transports from shopbell.transports[0] on without a gap, each one text, a"
          + " URI in quotes.";
  private static final String GAP =
      "shopbell.transports cannot be read: there is a gap in its numbers, or an entry that is not"
          + " one text.";

  @Test
  void tellsOfAGapWithoutTheTransportBehindIt(CapturedOutput output) {
    FailedStart start =
        failed(
            output,
            "shopbell.transports[0]=smtp://localhost",
            "shopbell.transports[2]=smtp://user:hunter2@localhost");
    assertThat(start.description()).isEqualTo(GAP);
    assertThat(start.action()).isEqualTo(REMEDY);
  }

  @Test
  void tellsOfNumbersThatBeginWithOne(CapturedOutput output) {
    FailedStart start = failed(output, "shopbell.transports[1]=smtp://user:hunter2@localhost");
    assertThat(start.description()).isEqualTo(GAP);
  }

  @Test
  void tellsOfATransportThatYamlReadAsAMap(CapturedOutput output) {
    FailedStart start = failed(output, "shopbell.transports[0].smtp=//user:hunter2@localhost");
    assertThat(start.description()).isEqualTo(GAP);
  }

  private static FailedStart failed(CapturedOutput output, String... properties) {
    return FailedStart.of(output, HostApplication.class, properties);
  }
}
