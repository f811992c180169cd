package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.shopbell.store.Credential;
import dev.shopbell.store.Endpoint;
import dev.shopbell.testkit.SelfMadeCertificate;
import dev.shopbell.testkit.SmtpStep;
import dev.shopbell.transport.Outcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@Tag("mail-08")
class SmtpTlsTest {
  private final SelfMadeCertificate certificate = SelfMadeCertificate.forHost("localhost");
  private final Sending sending = new Sending();

  @AfterEach
  void close() {
    sending.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sendsOverTlsAndLogsInOnlyThere(boolean implicit) throws Exception {
    trust(certificate);
    if (implicit) {
      sending.server.implicitTls(certificate);
    } else {
      sending.server.startTls(certificate);
    }
    assertThat(sending.together(6)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
    assertThat(sending.server.commands().subList(0, implicit ? 2 : 4))
        .element(implicit ? 1 : 3)
        .isEqualTo("AUTH");
    assertThat(sending.server.connections()).isEqualTo(1);
  }

  @Test
  void whatWasOfferedBeforeTlsIsForgotten() {
    trust(certificate);
    sending.server.startTls(certificate);
    sending.server.answer(
        SmtpStep.EHLO, 1, "250-scripted\r\n250-PIPELINING\r\n250-SIZE 1\r\n250 STARTTLS");
    sending.server.capabilities("AUTH PLAIN");
    assertThat(sending.send("larger than one octet")).isAccepted();
    assertThat(sending.server.commands()).contains("MAIL FROM:<bounce@platform.example>");
  }

  @Test
  void aCertificateOfAnAuthorityThatNobodyTrustsIsRefused() {
    sending.server.startTls(certificate);
    assertRefused("unable to find valid certification path");
  }

  @Test
  void anExpiredCertificateIsRefused() {
    SelfMadeCertificate expired = SelfMadeCertificate.expired("localhost");
    trust(expired);
    sending.server.startTls(expired);
    assertRefused("NotAfter");
  }

  @Test
  void aCertificateForAnotherHostIsRefused() {
    SelfMadeCertificate other = SelfMadeCertificate.forHost("other.example");
    trust(other);
    sending.server.implicitTls(other);
    assertRefused("127.0.0.1");
  }

  @Test
  void aServerFromWhichStartTlsIsMissingGetsNothing() {
    trust(certificate);
    sending.server.startTls(certificate).stripStartTls();
    assertRefused("it offers no STARTTLS; only ?tls=none sends without");
  }

  @Test
  void aRefusedStartTlsIsNoReasonToGoOnInPlain() {
    trust(certificate);
    sending.server.startTls(certificate).answer(SmtpStep.STARTTLS, "454 4.7.0 not now");
    assertRefused("454 4.7.0 not now");
  }

  @Test
  void whatIsSentBehindTheAnswerToStartTlsEndsTheConnection() {
    trust(certificate);
    sending.server.startTls(certificate).injectBehindStartTls("250-injected\r\n250 AUTH PLAIN\r\n");
    assertRefused("the server sent more before TLS began");
  }

  @Test
  void aServerThatSpeaksNoTlsIsRefusedByImplicitTls() {
    sending.server.startTls(certificate);
    Endpoint plain = sending.server.endpoint();
    Endpoint implicit =
        new Endpoint("smtps", plain.host(), plain.port(), "", "", Credential.NONE, Map.of());
    assertThat(
            catchThrowable(
                () ->
                    sending
                        .client()
                        .send(
                            implicit,
                            SmtpEnvelope.of(Sending.FROM, Sending.TO),
                            Plain.letter("x"),
                            Duration.ofSeconds(20))))
        .hasMessageContaining("(TLS): TLS failed");
  }

  private void trust(SelfMadeCertificate certificate) {
    sending.with(SmtpSettings.STANDARD.tls(certificate.client()));
  }

  private void assertRefused(String why) {
    Outcome outcome = sending.send("secret");
    assertThat(outcome).isDeferred();
    assertThat(((Outcome.Deferred) outcome).reply()).contains(why);
    assertThat(sending.server.commands())
        .noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
  }
}
