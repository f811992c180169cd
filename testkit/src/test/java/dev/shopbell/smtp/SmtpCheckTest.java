package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.Texts;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.ScriptedSmtpServer;
import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import dev.shopbell.testkit.SelfMadeCertificate;
import dev.shopbell.testkit.SmtpStep;
import dev.shopbell.transport.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@Tag("sender-15")
class SmtpCheckTest {
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final EmailAddress TO = EmailAddress.of("ann.owner@customer.example");

  private final SelfMadeCertificate certificate = SelfMadeCertificate.forHost("localhost");
  private final ScriptedSmtpServer server = ScriptedSmtpServer.start();
  private final SmtpCheck check = check(SmtpSettings.STANDARD.tls(certificate.client()));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void sendsARealLetterThroughTheStoresOwnServer() {
    server.startTls(certificate);
    SmtpDiagnosis diagnosis = check.testSend(store(server.endpoint()), TO, AMPLE);
    assertThat(diagnosis.stage()).isEqualTo(SmtpStage.ACCEPTED);
    assertThat(diagnosis.passed()).isTrue();
    assertThat(diagnosis.outcome().orElseThrow()).isAccepted();
    assertThat(diagnosis.tls())
        .hasValueSatisfying(tls -> assertThat(tls.subject()).contains("localhost"));
    assertThat(diagnosis.offers()).contains("PIPELINING");
    assertThat(server.accepted())
        .singleElement()
        .matches(letter -> letter.contains("<notify@annstea.example>"))
        .matches(letter -> letter.contains("Your mail server works"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONNECT | 554 5.7.1 not you            | CONNECT
          AUTH    | 535 5.7.8 wrong password     | LOGIN
          MAIL    | 550 5.7.1 not as this sender | SENDER
          RCPT    | 550 5.1.1 no such user       | RECIPIENT
          DATA    | 554 5.7.1 not now            | CONTENT
          CONTENT | 554 5.6.0 not these words    | CONTENT
          """)
  void namesTheStageAndWhatTheServerSaid(SmtpStep step, String reply, SmtpStage stage) {
    server.answer(step, reply);
    SmtpDiagnosis diagnosis = check.testSend(store(server.endpoint()), TO, AMPLE);
    assertThat(diagnosis.stage()).isEqualTo(stage);
    assertThat(diagnosis.passed()).isFalse();
    assertThat(diagnosis.reply()).contains(reply);
    assertThat(server.accepted()).isEmpty();
  }

  @Test
  void namesAHostThatIsNotKnown() {
    Endpoint endpoint = Endpoint.parse("smtp://no-such-host.invalid?tls=none");
    assertThat(check.testSend(store(endpoint), TO, AMPLE).stage()).isEqualTo(SmtpStage.DNS);
  }

  @Test
  void namesAPortWhereNobodyListens() {
    Endpoint endpoint = server.endpoint();
    server.close();
    SmtpDiagnosis diagnosis = check.testSend(store(endpoint), TO, AMPLE);
    assertThat(diagnosis.stage()).isEqualTo(SmtpStage.CONNECT);
    assertThat(diagnosis.text(Locale.ENGLISH)).contains("587 with smtp");
  }

  @Test
  void namesACertificateThatIsNotTrusted() {
    server.startTls(certificate);
    SmtpDiagnosis diagnosis =
        check(SmtpSettings.STANDARD).testSend(store(server.endpoint()), TO, AMPLE);
    assertThat(diagnosis.stage()).isEqualTo(SmtpStage.TLS);
    assertThat(diagnosis.reply()).contains("certification path");
  }

  @ParameterizedTest
  @CsvSource({"CONNECT, CONNECT", "AUTH, LOGIN", "RCPT, RECIPIENT", "CONTENT, CONTENT"})
  void namesTheStageAtWhichAServerFellSilent(SmtpStep step, SmtpStage stage) {
    server.fault(step, Fault.HANG);
    SmtpDiagnosis diagnosis = check.testSend(store(server.endpoint()), TO, Duration.ofMillis(500));
    assertThat(diagnosis.stage()).isEqualTo(stage);
    assertThat(diagnosis.passed()).isFalse();
    assertThat(diagnosis.outcome().orElseThrow())
        .isInstanceOf(step == SmtpStep.CONTENT ? Outcome.Unknown.class : Outcome.Deferred.class);
    assertThat(diagnosis.text(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
  }

  @Test
  void looksAtARelayWithoutSending() {
    server.startTls(certificate);
    SmtpDiagnosis diagnosis = check.relay(server.endpoint(), AMPLE);
    assertThat(diagnosis.stage()).isEqualTo(SmtpStage.LOGIN);
    assertThat(diagnosis.passed()).isTrue();
    assertThat(diagnosis.outcome()).isEmpty();
    Instant now = Instant.now();
    assertThat(diagnosis.tls().orElseThrow().expiresWithin(Duration.ofDays(14), now)).isTrue();
    assertThat(diagnosis.tls().orElseThrow().expiresWithin(Duration.ofHours(1), now)).isFalse();
    assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL"));
  }

  @Test
  @Tag("sender-11")
  void tellsNoCredentialAndNoAddress() {
    server.answer(SmtpStep.RCPT, "550 5.1.1 <" + TO.value() + "> unknown");
    String told = check.testSend(store(server.endpoint()), TO, AMPLE).toString();
    assertThat(told).doesNotContain(TO.value(), server.endpoint().credential().reveal());
  }

  @Test
  void aStoreWithoutAServerOfItsOwnIsRefused() {
    Store store = Store.builder("s-1", "Ann's Tea", "ann@annstea.example").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> check.testSend(store, TO, AMPLE))
        .withMessage("store s-1 has no notification mailbox: its mail goes through the platform");
  }

  @Test
  void hasASentenceForEveryWayToEndInEveryLanguage() {
    for (Locale language : Texts.LANGUAGES) {
      for (SmtpStage stage : SmtpStage.values()) {
        boolean end = stage == SmtpStage.ACCEPTED;
        SmtpDiagnosis diagnosis =
            new SmtpDiagnosis(stage, end, "", Optional.empty(), Optional.empty(), Set.of());
        assertThat(diagnosis.text(language)).isNotBlank();
      }
    }
  }

  private static SmtpCheck check(SmtpSettings settings) {
    return new SmtpCheck(settings, Clock.systemUTC(), new SplittableRandom(7));
  }

  private static Store store(Endpoint endpoint) {
    Mailboxes mailboxes =
        Mailboxes.of(EmailAddress.of("ann@annstea.example"))
            .withNotification(
                new NotificationMailbox(EmailAddress.of("notify@annstea.example"), endpoint));
    return Store.builder("s-1", "Ann's Tea", "ann@annstea.example")
        .mailboxes(mailboxes)
        .locale(Locale.ENGLISH)
        .build();
  }
}
