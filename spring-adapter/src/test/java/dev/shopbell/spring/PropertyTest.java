package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Tag("spring-03")
@ExtendWith(OutputCaptureExtension.class)
class PropertyTest {
  private static final String MAIL = "shopbell.transports[0]=smtp://user:hunter2@localhost";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shopbell.workers         | 1001 | workers is 1001: give 0 to 1000
          shopbell.attempt-timeout | 900  | attempt timeout is PT15M: give 1 second to 10 minutes
          shopbell.retry           | 0    | retry waits PT0S to PT1H: give 1 ms or more, the longest not below the first
          shopbell.close-patience  | -1   | it is PT-1S: give 0 to 10 minutes
          """)
  void namesAPropertyThatIsRefused(
      String name, String value, String problem, CapturedOutput output) {
    String set = name.equals("shopbell.retry") ? name + ".first" : name;
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            MAIL,
            "shopbell.platform.address=notices@host.example",
            set + "=" + value);
    assertThat(start.description()).isEqualTo(name + " cannot be used: " + problem + ".");
    assertThat(start.action()).isEqualTo("Correct " + name + ", or leave it out.");
  }

  @Test
  void namesTheAddressThatIsNone(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            MAIL,
            "shopbell.platform.address=Shop <notices@host.example>");
    assertThat(start.description())
        .startsWith("shopbell.platform.address cannot be used: mail address \"S***\"")
        .doesNotContain("notices");
    assertThat(start.action()).isEqualTo("Correct shopbell.platform.address, or leave it out.");
  }

  @Test
  void namesTheReturnPathThatIsNone(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            MAIL,
            "shopbell.platform.address=notices@host.example",
            "shopbell.platform.return-path=bounces");
    assertThat(start.description())
        .startsWith("shopbell.platform.return-path cannot be used: mail address");
  }

  @Test
  void namesThePoliciesThereAre(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            MAIL,
            "shopbell.platform.address=notices@host.example",
            "shopbell.platform.sender-policy=verbatim");
    assertThat(start.description()).contains("shopbell.platform.sender-policy", "verbatim");
    assertThat(start.action()).contains("LITERAL", "REWRITE");
  }
}
