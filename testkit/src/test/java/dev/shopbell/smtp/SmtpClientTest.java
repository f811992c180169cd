package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.store.Endpoint;
import dev.shopbell.testkit.ScriptedSmtpServer.Fault;
import dev.shopbell.testkit.SmtpStep;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SmtpClientTest {
  private final Sending sending = new Sending();

  @AfterEach
  void close() {
    sending.close();
  }

  @Test
  void manyLettersShareAConnectionAndNoneCostsACommandMore() throws Exception {
    assertThat(sending.together(20)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
    assertThat(sending.server.accepted()).hasSize(20);
    assertThat(sending.server.connections()).isEqualTo(1);
    assertThat(sending.server.commands())
        .hasSize(2 + 3 * 20)
        .noneMatch(line -> line.equals("RSET") || line.equals("NOOP"));
  }

  @Test
  void opensAsManyConnectionsAsItMayAndNoMore() throws Exception {
    sending.server.option("pool", "3").dribble(Duration.ofMillis(1));
    assertThat(sending.together(12)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
    assertThat(sending.server.connections()).isBetween(2L, 3L);
  }

  @Test
  void aHostHasItsMostConnectionsForAllItsUsersTogether() throws Exception {
    sending.with(SmtpSettings.STANDARD.perHost(1));
    sending.server.option("pool", "3");
    assertThat(sending.together(6)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
    sending.server.option("timeout", "29");
    assertThat(sending.send("of another endpoint")).isAccepted();
    assertThat(sending.server.connections()).isEqualTo(2);
  }

  @Test
  void aConnectionIsReplacedAfterItsNumberOfLetters() throws Exception {
    sending.server.option("messages", "2");
    assertThat(sending.together(5)).allMatch(outcome -> outcome instanceof Outcome.Accepted);
    assertThat(sending.server.connections()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void aRefusedLetterBetweenOthersTouchesNoneOfThem() throws Exception {
    sending.server.answer(SmtpStep.RCPT, 3, "550 5.1.1 no such user");
    sending.server.answer(SmtpStep.MAIL, 5, "550 5.7.1 not as this sender");
    sending.server.answer(SmtpStep.CONTENT, 4, "554 5.6.0 not these words");
    List<Outcome> outcomes = sending.together(8);
    assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Accepted)).hasSize(5);
    assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Rejected)).hasSize(3);
    assertThat(sending.server.accepted()).hasSize(5);
    assertThat(sending.server.connections()).isEqualTo(1);
  }

  @Test
  void aGoAheadForNoRecipientIsAnsweredByAnEmptyContent() throws Exception {
    sending.server.answer(SmtpStep.RCPT, 1, "550 5.1.1 no such user");
    sending.server.answer(SmtpStep.DATA, 1, "354 go ahead all the same");
    assertThat(sending.send("first")).isRejectedFor(Reason.BAD_ADDRESS);
    assertThat(sending.send("second")).isAccepted();
    assertThat(sending.server.accepted()).singleElement().matches(one -> one.contains("second"));
    assertThat(sending.server.connections()).isEqualTo(1);
  }

  @Test
  void aServerThatTakesOneCommandAtATimeGetsOne() throws Exception {
    sending.server.capabilities("8BITMIME", "AUTH LOGIN");
    sending.server.answer(SmtpStep.RCPT, 2, "550 5.1.1 no such user");
    List<Outcome> outcomes = sending.together(4);
    assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Accepted)).hasSize(3);
    assertThat(sending.count("DATA")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "EHLO", "AUTH", "MAIL"})
  void aConnectionThatEndsBeforeAnAnswerIsReplacedOnce(SmtpStep step) {
    sending.server.answer(step, 1, "421 4.3.2 closing");
    Outcome outcome = sending.send("once more");
    if (step == SmtpStep.MAIL) {
      assertThat(outcome).isAccepted();
      assertThat(sending.server.connections()).isEqualTo(2);
    } else {
      assertThat(outcome).isDeferred();
    }
    assertThat(sending.server.accepted()).hasSize(step == SmtpStep.MAIL ? 1 : 0);
  }

  @Test
  void aCloseInTheMiddleOfARunCostsNoLetterButTheOneItWasAbout() throws Exception {
    sending.server.answer(SmtpStep.CONTENT, 3, "421 4.3.2 closing");
    List<Outcome> outcomes = sending.together(8);
    assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Accepted)).hasSize(7);
    assertThat(outcomes.stream().filter(one -> one instanceof Outcome.Deferred)).hasSize(1);
    assertThat(sending.server.accepted()).hasSize(7);
  }

  @Test
  void afterAPauseAConnectionIsLookedAtBeforeALetterIsTrustedToIt() throws Exception {
    try (SmtpClient careful = new SmtpClient(SmtpSettings.STANDARD, Duration.ZERO)) {
      sending.use(careful);
      assertThat(sending.send("first")).isAccepted();
      awaitIdle(careful);
      assertThat(sending.send("second")).isAccepted();
      assertThat(sending.count("NOOP")).isEqualTo(2);
      awaitIdle(careful);
      sending.server.answer(SmtpStep.NOOP, 3, "421 4.4.2 idle for too long");
      assertThat(sending.send("third")).isAccepted();
      assertThat(sending.server.connections()).isEqualTo(2);
    }
  }

  @Test
  void manyLinesAndOddCapabilitiesAreRead() {
    sending.server.answer(SmtpStep.CONNECT, "220-welcome\r\n220-to\r\n220 us");
    sending.server.capabilities("", "-", "pipelining", "AUTH=PLAIN", "SIZE", "X-ODD a=b  c");
    sending.server.answer(SmtpStep.CONTENT, "250-2.0.0 queued\r\n250");
    assertThat(sending.send("x")).isAccepted();
  }

  @Test
  void anAnswerThatNobodyAskedForEndsTheConnectionAndNoLetter() {
    sending.server.answer(SmtpStep.CONTENT, 1, "250 2.0.0 queued\r\n250 2.0.0 queued");
    assertThat(sending.send("first")).isAccepted();
    assertThat(sending.send("second")).isAccepted();
    assertThat(sending.server.accepted()).hasSize(2);
    assertThat(sending.server.connections()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"250, 1", "300, 2"})
  void aWrongAnswerToDataSendsNoContent(String code, int time) {
    sending.server.answer(SmtpStep.DATA, code + " what?");
    assertThat(sending.send("x")).isDeferred();
    assertThat(sending.server.received()).isEmpty();
  }

  @Test
  void aGivenUpLetterBehindAnotherDoesNotTouchIt() throws Exception {
    sending.server.fault(SmtpStep.CONTENT, 1, Fault.HANG);
    Thread other = new Thread(() -> sending.send("hangs"));
    other.start();
    while (sending.server.received().isEmpty()) {
      Thread.onSpinWait();
    }
    Outcome late =
        sending.send(
            SmtpEnvelope.of(Sending.FROM, Sending.TO), Plain.letter("x"), Duration.ofMillis(300));
    assertThat(late).isDeferred();
    assertThat(other.isAlive()).isTrue();
    other.interrupt();
    other.join();
    assertThat(sending.send("next")).isAccepted();
  }

  @Test
  void anOptionThatCannotBeUsedIsNamed() {
    Endpoint endpoint = Endpoint.parse("smtp://h.example?pool=0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                sending
                    .client()
                    .send(
                        endpoint,
                        SmtpEnvelope.of(Sending.FROM, Sending.TO),
                        Plain.letter("x"),
                        Duration.ofSeconds(1)))
        .withMessage(
            "option pool of smtp://h.example is \"0\": give a whole number from 1 to 1000");
  }

  private static void awaitIdle(SmtpClient client) {
    while (client.idle() == 0) {
      Thread.onSpinWait();
    }
  }
}
