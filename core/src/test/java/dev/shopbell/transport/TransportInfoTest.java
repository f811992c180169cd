package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Channel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransportInfoTest {
  @Test
  void hasAGraceOfAtMost30Seconds() {
    assertThat(new TransportInfo("acme", Channel.SMS, Duration.ofSeconds(30), false).grace())
        .isEqualTo(Duration.ofSeconds(30));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TransportInfo("acme", Channel.SMS, Duration.ofMillis(30_001), false))
        .withMessage("grace is PT30.001S: give at most 30 s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TransportInfo("acme", Channel.SMS, Duration.ofMillis(-1), false))
        .withMessage("grace is PT-0.001S: give at most 30 s");
  }

  @Test
  void returnsWithinASecondAndDoesNotDeduplicateUnlessItSaysSo() {
    TransportInfo info = TransportInfo.of("acme", Channel.SMS);

    assertThat(info)
        .isEqualTo(new TransportInfo("acme", Channel.SMS, Duration.ofSeconds(1), false));
    assertThat(info.deduplicating())
        .isEqualTo(new TransportInfo("acme", Channel.SMS, Duration.ofSeconds(1), true));
  }

  @Test
  void hasANameOfOneLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransportInfo.of("ac\nme", Channel.SMS))
        .withMessageStartingWith("transport name holds U+000A at index 2");
  }
}
