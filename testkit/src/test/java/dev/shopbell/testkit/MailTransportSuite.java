package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.EmailContent;
import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import dev.shopbell.transport.Handover;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both transports for mail do at a scripted server. */
@Timeout(60)
abstract class MailTransportSuite {
  private final Clock clock = Clock.systemUTC();
  private final ScriptedSmtpServer server = ScriptedSmtpServer.start();
  private final Transport transport = factory().create(clock);

  abstract TransportFactory factory();

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  @Test
  void keepsOneConnectionOpenForManyLetters() {
    for (int i = 0; i < 5; i++) {
      assertThat(send("letter " + i)).isAccepted();
    }
    assertThat(server.received()).hasSize(5);
    assertThat(server.commands().stream().filter(c -> c.startsWith("EHLO"))).hasSize(1);
    assertThat(server.commands()).doesNotContain("NOOP");
  }

  @Test
  void connectsAgainWhenTheServerHadClosedAnIdleConnection() {
    assertThat(send("first")).isAccepted();
    server.endConnections();
    assertThat(send("second")).isAccepted();
    assertThat(server.received()).hasSize(2);
    assertThat(server.commands().stream().filter(c -> c.startsWith("EHLO"))).hasSize(2);
  }

  @Test
  void aServerThatSaysItClosesIsTriedOnceOnANewConnection() {
    assertThat(send("first")).isAccepted();
    server.answer(SmtpStep.MAIL, "421 4.4.2 idle for too long");
    assertThat(send("second")).isDeferred();
    assertThat(server.commands().stream().filter(c -> c.startsWith("MAIL"))).hasSize(3);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void goesOnWithANewServerOnTheSamePort() {
    assertThat(send("first")).isAccepted();
    int port = server.port();
    Endpoint endpoint = server.endpoint();
    server.close();
    assertThat(send("nobody there")).isDeferred();
    try (ScriptedSmtpServer again = ScriptedSmtpServer.start(port)) {
      assertThat(send("second", endpoint, Duration.ofSeconds(5))).isAccepted();
      assertThat(again.received()).singleElement().matches(letter -> letter.contains("second"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
  void silenceOrAnEndBeforeTheFinalDotDefersAndLeavesNothing(SmtpStep step) {
    for (Fault fault : Fault.values()) {
      server.reset().fault(step, fault);
      assertThat(send("cut at " + step, server.endpoint(), Duration.ofMillis(700))).isDeferred();
    }
    assertThat(server.received()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void silenceOrAnEndAfterTheFinalDotIsUnknown(Fault fault) {
    server.fault(SmtpStep.CONTENT, fault);
    assertThat(send("cut", server.endpoint(), Duration.ofMillis(700))).isUnknown();
    assertThat(server.received()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA"})
  void nonsenseBeforeTheFinalDotIsNoAcceptance(SmtpStep step) {
    server.answer(step, "\u0001\u0002 what?");
    assertThat(send("nonsense at " + step)).isDeferred();
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aRefusedRecipientLeavesTheConnectionFitForTheNextLetter() {
    server.option("pool", "1");
    server.answer(SmtpStep.RCPT, "550 5.1.1 no such user");
    assertThat(send("refused")).isRejectedFor(Reason.BAD_ADDRESS);
    server.reset();
    assertThat(send("next")).isAccepted();
    assertThat(server.commands().stream().filter(c -> c.startsWith("EHLO"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"MAIL", "RCPT", "CONTENT"})
  void aRefusalIsOfItsOwnLetterAlone(SmtpStep step) {
    server.answer(step, "550 5.1.1 no such user").fault(SmtpStep.RSET, Fault.CUT);
    assertThat(send("refused at " + step)).isRejectedFor(Reason.BAD_ADDRESS);
    server.reset();
    assertThat(send("of somebody else")).isAccepted();
  }

  @ParameterizedTest
  @EnumSource(names = {"MAIL", "RCPT", "CONTENT"})
  void aRefusalStandsWhateverTheServerAnswersToTheReset(SmtpStep step) {
    for (Fault fault : Fault.values()) {
      server.reset().answer(step, "550 5.1.1 no such user").fault(SmtpStep.RSET, fault);
      assertThat(send("refused at " + step)).isRejectedFor(Reason.BAD_ADDRESS);
    }
    server.reset().answer(step, "550 5.1.1 no such user").answer(SmtpStep.RSET, "502 no");
    assertThat(send("refused at " + step)).isRejectedFor(Reason.BAD_ADDRESS);
  }

  @Test
  void anyAgreeingAnswerToTheFinalDotIsAnAcceptance() {
    server.answer(SmtpStep.CONTENT, "251 2.1.5 will forward");
    assertThat(send("forwarded")).isAccepted();
  }

  @Test
  void aServerThatNeverEndsItsGreetingIsReadNoFurtherThanItMust() {
    server.answer(SmtpStep.CONNECT, "220-" + "x".repeat(5_000_000));
    Outcome outcome = send("endless");
    assertThat(outcome).isDeferred();
    assertThat(((Outcome.Deferred) outcome).reply()).contains("the server says too much");
  }

  @Test
  void aClosedTransportSendsNothingAndSaysSo() {
    assertThat(send("before")).isAccepted();
    transport.close();
    assertThat(send("after")).isDeferred();
    assertThat(send("after", Endpoint.parse("smtp://127.0.0.1:1?tls=none"), Duration.ofSeconds(1)))
        .isDeferred();
    assertThat(server.received()).hasSize(1);
  }

  @Test
  @Tag("mail-08")
  void requiresTlsUnlessToldOtherwiseAndSendsNothingInPlain() {
    Endpoint plain = server.endpoint();
    Endpoint secure =
        new Endpoint(
            "smtp", plain.host(), plain.port(), "", plain.user(), plain.credential(), Map.of());
    assertThat(send("secret", secure, Duration.ofSeconds(5))).isDeferred();
    assertThat(server.commands()).noneMatch(c -> c.startsWith("AUTH") || c.startsWith("MAIL"));
  }

  @Test
  @Tag("mail-08")
  void aCertificateThatNobodyVouchesForIsRefusedAndNothingIsSent() {
    GreenMail selfSigned =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    selfSigned.start();
    try {
      Endpoint endpoint = Endpoint.parse("smtps://127.0.0.1:" + selfSigned.getSmtps().getPort());
      assertThat(send("secret", endpoint, Duration.ofSeconds(10))).isDeferred();
      assertThat(selfSigned.getReceivedMessages()).isEmpty();
    } finally {
      selfSigned.stop();
    }
  }

  @Test
  void repliesAreKeptWithoutTheAddressesInThem() {
    server.answer(SmtpStep.RCPT, "550 5.1.1 <ann.shopper@customer.example> is unknown");
    assertThat(((Outcome.Rejected) send("x")).reply())
        .isEqualTo("550 5.1.1 <a***@customer.example> is unknown");
  }

  @Test
  @Tag("mail-09")
  void aLetterHasOneEnvelopeRecipientAndTheSendersReturnPath() {
    assertThat(send("x")).isAccepted();
    assertThat(server.commands())
        .contains("MAIL FROM:<notify@platform.example>", "RCPT TO:<ann.shopper@customer.example>");
    assertThat(server.commands().stream().filter(c -> c.startsWith("RCPT"))).hasSize(1);
  }

  @Test
  void dotsAtTheBeginningOfLinesArriveAsTheyWere() {
    assertThat(send(".hidden\r\n..\r\n.\r\nend")).isAccepted();
    assertThat(server.received().get(0).body()).contains("\r\n..\r\n.\r\nend");
  }

  @Test
  @Tag("mail-09")
  void aMessageOfJakartaMailGoesOutAsItIsToTheEnvelopesRecipientAlone() throws Exception {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    message.setFrom("Ann <ann@shop.example>");
    message.setRecipients(Message.RecipientType.TO, "everybody@lists.example");
    message.setRecipients(Message.RecipientType.BCC, "secret@shop.example");
    message.setSubject("Grüße", "UTF-8");
    message.setText(".one\ntwo", "UTF-8");
    OutboundEmail ours = SampleMessages.email("Order paid", "x");
    OutboundEmail letter =
        new OutboundEmail(
                ours.to(), ours.sender(), EmailContent.of(message), ours.messageId(), ours.date())
            .with(LetterHeaders.NONE.feedbackId("paid:tea:shopbell"));

    assertThat(send(letter, server.endpoint(), Duration.ofSeconds(10))).isAccepted();
    assertThat(send("next")).isAccepted();
    assertThat(server.received().get(0).body()).isEqualTo(".one\r\ntwo\r\n");
    assertThat(server.received().get(0).head())
        .contains("From: Ann <ann@shop.example>", "To: everybody@lists.example")
        .contains("Feedback-ID: paid:tea:shopbell", "Subject: =?UTF-8?")
        .doesNotContain("secret@shop");
    assertThat(server.commands())
        .contains("MAIL FROM:<notify@platform.example>", "RCPT TO:<ann.shopper@customer.example>")
        .noneMatch(command -> command.contains("lists.example"));
  }

  private Outcome send(String text) {
    return send(text, server.endpoint(), Duration.ofSeconds(10));
  }

  private Outcome send(String text, Endpoint endpoint, Duration timeout) {
    return send(SampleMessages.email("Order paid", text), endpoint, timeout);
  }

  private Outcome send(OutboundEmail letter, Endpoint endpoint, Duration timeout) {
    return Handover.send(
        transport,
        letter,
        SampleMessages.context(new StoreId("tea"), endpoint, clock, timeout),
        clock);
  }
}
