package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("spi-03")
class ReasonTest {
  @ParameterizedTest
  @CsvSource({
    "BAD_ADDRESS,RECIPIENT",
    "MAILBOX_FULL,RECIPIENT",
    "RECIPIENT_UNAVAILABLE,RECIPIENT",
    "CONTENT,CONTENT",
    "TOO_LARGE,CONTENT",
    "SENDER_REFUSED,SENDER",
    "POLICY,SENDER",
    "AUTHENTICATION,ACCOUNT",
    "QUOTA,ACCOUNT",
    "CONFIGURATION,ACCOUNT",
    "THROTTLED,ACCOUNT",
    "UNAVAILABLE,ACCOUNT",
  })
  void saysWhatARefusalIsAbout(Reason reason, Reason.Scope scope) {
    assertThat(reason.scope()).isEqualTo(scope);
  }

  @Test
  void isOneOfTwelve() {
    assertThat(Reason.values()).hasSize(12);
    assertThat(Reason.Scope.values()).hasSize(4);
  }
}
