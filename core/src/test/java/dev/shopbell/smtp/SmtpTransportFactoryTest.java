package dev.shopbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.store.Endpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("sender-11")
class SmtpTransportFactoryTest {
  private final SmtpTransportFactory factory = new SmtpTransportFactory();

  @Test
  void servesSmtpWithAndWithoutImplicitTls() {
    assertThat(factory.schemes()).containsExactlyInAnyOrder("smtp", "smtps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp://mail.example",
        "smtp://user:secret@mail.example:587",
        "smtps://user:secret@mail.example?tls=required&timeout=600",
        "smtp://[::1]:25?tls=none&timeout=1",
        "smtp://h?pool=8&idle=30&messages=50&life=60&chunking=16",
        "smtp://user@h?auth=xoauth2",
        "smtp://user:secret@h?auth=login&helo=[127.0.0.1]",
        "smtp://h?helo=mail.platform.example&dsn=failure+delay",
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
          smtp://h?timeout=601         | option timeout of smtp://h is "601": give a whole number from 1 to 600
          smtp://h?pool=0              | option pool of smtp://h is "0": give a whole number from 1 to 1000
          smtp://h?chunking=65         | option chunking of smtp://h is "65": give a whole number from 0 to 64
          smtp://h?tls=off             | option tls of smtp://h is "off": give required or none
          smtp://u:s@h?auth=cram-md5   | option auth of smtp://***:***@h is "cram-md5": known: auto, login, plain, xoauth2
          smtp://h?dsn=all             | option dsn of smtp://h is "all": give never, or failure, delay and success joined by +
          smtp://h?helo=a%20b          | option helo of smtp://h is "a b": give this machine's name, or its address in square brackets
          smtp://user@h                | endpoint smtp://***@h has a user or a secret alone: give both, or none
          smtp://:S3cr3t@h             | endpoint smtp://h has a user or a secret alone: give both, or none
          smtp://h/path                | endpoint smtp://h has a path: an SMTP server has none, write host and port alone
          """)
  void refusesAnEndpointItCouldNotUseAndSaysWhatWouldBeRight(String uri, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.check(Endpoint.parse(uri)))
        .withMessage(message);
  }
}
