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
    assertThat(factory.schemes()).containsExactlyInAnyOrder("angus+smtp", "angus+smtps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "angus+smtp://mail.example",
        "angus+smtp://user:secret@mail.example:587",
        "angus+smtps://user:secret@mail.example?tls=required&timeout=600",
        "angus+smtp://[::1]:25?tls=none&timeout=1",
      })
  void takesAnEndpointItCanUse(String uri) {
    assertThatCode(() -> factory.check(Endpoint.parse(uri))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          angus+smtp:///                     | endpoint angus+smtp:// names no host: write angus+smtp://user:secret@host:port
          angus+smtp://h?tsl=none            | angus+smtp has no option "tsl": did you mean "tls"? Known: timeout, tls
          angus+smtp://h?timout=3            | angus+smtp has no option "timout": did you mean "timeout"? Known: timeout, tls
          angus+smtp://h?timeout=601         | option timeout of angus+smtp://h is "601": give a whole number from 1 to 600
          angus+smtp://h?timeout=0           | option timeout of angus+smtp://h is "0": give a whole number from 1 to 600
          angus+smtp://h?tls=off             | option tls of angus+smtp://h is "off": give required or none
          angus+smtp://user@h                | endpoint angus+smtp://***@h has a user or a secret alone: give both, or none
          angus+smtp://:S3cr3t@h             | endpoint angus+smtp://h has a user or a secret alone: give both, or none
          """)
  void refusesAnEndpointItCouldNotUseAndSaysWhatWouldBeRight(String uri, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.check(Endpoint.parse(uri)))
        .withMessage(message);
  }
}
