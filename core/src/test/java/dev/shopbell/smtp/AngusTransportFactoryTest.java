package dev.shopbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.store.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AngusTransportFactoryTest {
  private final AngusTransportFactory factory = new AngusTransportFactory();

  @Test
  void servesSmtpWithAndWithoutImplicitTls() {
    assertThat(factory.schemes())
        .containsExactlyInAnyOrder("smtp", "smtps", "angus+smtp", "angus+smtps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp://mail.example",
        "smtp://user:secret@mail.example:587",
        "smtps://user:secret@mail.example?tls=required&timeout=600",
        "smtp://[::1]:25?tls=none&timeout=1",
      })
  void takesAnEndpointItCanUse(String uri) {
    assertThatCode(() -> factory.check(Endpoint.parse(uri))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          smtp:///                     | endpoint smtp:// names no host: write smtp://user:secret@host:port
          smtp://h?tsl=none            | smtp has no option "tsl": did you mean "tls"? Known: timeout, tls
          smtp://h?timout=3            | smtp has no option "timout": did you mean "timeout"? Known: timeout, tls
          smtp://h?timeout=601         | option timeout of smtp://h is "601": give a whole number from 1 to 600
          smtp://h?timeout=0           | option timeout of smtp://h is "0": give a whole number from 1 to 600
          smtp://h?tls=off             | option tls of smtp://h is "off": give required or none
          smtp://user@h                | endpoint smtp://***@h has a user or a secret alone: give both, or none
          smtp://:S3cr3t@h             | endpoint smtp://h has a user or a secret alone: give both, or none
          """)
  void refusesAnEndpointItCouldNotUseAndSaysWhatWouldBeRight(String uri, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.check(Endpoint.parse(uri)))
        .withMessage(message);
  }
}
