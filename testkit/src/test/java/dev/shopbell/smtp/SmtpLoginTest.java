package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.Credential;
import dev.shopbell.testkit.SmtpStep;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@Tag("sender-11")
class SmtpLoginTest {
  private final Sending sending = new Sending();

  @AfterEach
  void close() {
    sending.close();
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH PLAIN LOGIN, auto",
    "AUTH LOGIN, auto",
    "AUTH=LOGIN, auto",
    "AUTH PLAIN LOGIN, login",
    "AUTH PLAIN, plain",
    "AUTH XOAUTH2 PLAIN, xoauth2"
  })
  void logsInAsItIsToldAndTheServerOffers(String offered, String auth) {
    sending.server.capabilities("PIPELINING", offered).option("auth", auth);
    assertThat(sending.send("x")).isAccepted();
  }

  @ParameterizedTest
  @CsvSource({"AUTH CRAM-MD5, auto", "AUTH LOGIN, plain", "AUTH PLAIN, xoauth2", "SIZE, auto"})
  void aServerWithoutAWayToLogInIsNamedWithThoseItHas(String offered, String auth) {
    sending.server.capabilities("PIPELINING", offered).option("auth", auth);
    assertThat(sending.send("x")).isRejectedFor(Reason.CONFIGURATION);
    assertThat(sending.server.commands()).noneMatch(line -> line.startsWith("MAIL"));
  }

  @Test
  void aRevokedTokenIsReplacedOnce() {
    AtomicInteger asked = new AtomicInteger();
    sending.with(
        SmtpSettings.STANDARD.tokens(
            (endpoint, refused) -> {
              asked.incrementAndGet();
              return refused ? endpoint.credential() : Credential.of("revoked-token");
            }));
    sending.server.capabilities("PIPELINING", "AUTH XOAUTH2").option("auth", "xoauth2");
    assertThat(sending.send("x")).isAccepted();
    assertThat(asked).hasValue(2);
  }

  @Test
  void aTokenThatStaysRefusedRejectsAndIsToldToNobody() {
    sending.with(SmtpSettings.STANDARD.tokens((endpoint, refused) -> Credential.of("bad-token")));
    sending.server.capabilities("PIPELINING", "AUTH XOAUTH2").option("auth", "xoauth2");
    Outcome outcome = sending.send("x");
    assertThat(outcome).isRejectedFor(Reason.AUTHENTICATION);
    assertThat(outcome.toString()).doesNotContain("bad-token");
  }

  @Test
  void aTokenThatCannotBeHadPutsOff() {
    sending.with(
        SmtpSettings.STANDARD.tokens(
            (endpoint, refused) -> {
              throw new IOException("refresh-token-123 refused");
            }));
    sending.server.capabilities("PIPELINING", "AUTH XOAUTH2").option("auth", "xoauth2");
    Outcome outcome = sending.send("x");
    assertThat(outcome).isDeferred();
    assertThat(outcome.toString()).doesNotContain("refresh-token");
  }

  @Test
  void aLoginRevokedInTheMiddleOfARunEndsNothingThatIsOpen() throws Exception {
    sending.server.option("messages", "4");
    assertThat(sending.send("first")).isAccepted();
    sending.server.answer(SmtpStep.AUTH, "535 5.7.8 revoked");
    assertThat(sending.send("second, by the same connection")).isAccepted();
    sending.server.endConnections();
    assertThat(sending.send("third")).isRejectedFor(Reason.AUTHENTICATION);
    assertThat(sending.server.accepted()).hasSize(2);
  }
}
