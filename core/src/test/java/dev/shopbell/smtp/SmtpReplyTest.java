package dev.shopbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("mail-05")
class SmtpReplyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MAIL  | 530 Authentication required                | AUTHENTICATION
          MAIL  | 550 Sender refused                         | SENDER_REFUSED
          MAIL  | 553 Sender address rejected                | SENDER_REFUSED
          MAIL  | 552 Message size exceeds fixed limit       | TOO_LARGE
          MAIL  | 501 Syntax error                           | CONFIGURATION
          MAIL  | 503 Bad sequence of commands               | CONFIGURATION
          RCPT  | 550 No such user here                      | BAD_ADDRESS
          RCPT  | 551 User not local                         | BAD_ADDRESS
          RCPT  | 552 Over quota                             | MAILBOX_FULL
          RCPT  | 553 Mailbox name not allowed               | BAD_ADDRESS
          RCPT  | 501 Bad recipient address syntax           | BAD_ADDRESS
          RCPT  | 503 Bad sequence of commands               | CONFIGURATION
          RCPT  | 555 NOTIFY not recognised                  | CONFIGURATION
          RCPT  | 556 Domain does not accept mail            | BAD_ADDRESS
          RCPT  | 550 relay not permitted                    | CONFIGURATION
          RCPT  | 554 Your host is listed at spamhaus        | POLICY
          RCPT  | 550 SPF check failed                       | POLICY
          RCPT  | 550 Unrouteable address                    | BAD_ADDRESS
          RCPT  | 535 Authentication credentials invalid     | AUTHENTICATION
          DATA  | 554 No valid recipients                    | CONTENT
          DATA  | 503 Bad sequence of commands               | CONFIGURATION
          FINAL | 554 Message rejected as spam               | CONTENT
          FINAL | 550 Message rejected                       | CONTENT
          FINAL | 552 Message too big                        | TOO_LARGE
          """)
  void readsAPlainRefusalByItsCodeAndPhase(Phase phase, String reply, Reason reason) {
    assertThat(reply(reply).outcome(phase)).isEqualTo(new Outcome.Rejected(reason, reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MAIL  | 421 Service not available                  | UNAVAILABLE
          MAIL  | 451 Local error in processing              | UNAVAILABLE
          MAIL  | 452 Insufficient system storage            | UNAVAILABLE
          RCPT  | 421 Service not available                  | UNAVAILABLE
          RCPT  | 450 Mailbox busy                           | RECIPIENT_UNAVAILABLE
          RCPT  | 451 Greylisted, come back                  | RECIPIENT_UNAVAILABLE
          RCPT  | 452 Mailbox full                           | MAILBOX_FULL
          DATA  | 451 Local error in processing              | UNAVAILABLE
          FINAL | 421 Closing                                | UNAVAILABLE
          FINAL | 451 Local error in processing              | UNAVAILABLE
          FINAL | 452 Insufficient system storage            | UNAVAILABLE
          """)
  void readsAPlainDeferralByItsCodeAndPhase(Phase phase, String reply, Reason reason) {
    assertThat(reply(reply).outcome(phase)).isEqualTo(Outcome.Deferred.of(reason, reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RCPT  | 550 5.1.1 The account does not exist       | BAD_ADDRESS
          RCPT  | 550 5.1.2 Bad destination system           | BAD_ADDRESS
          RCPT  | 550 5.1.3 Bad destination syntax           | BAD_ADDRESS
          RCPT  | 550 5.1.6 Mailbox has moved                | BAD_ADDRESS
          RCPT  | 550 5.1.10 Recipient has a null MX         | BAD_ADDRESS
          RCPT  | 550 5.2.1 The account is disabled          | BAD_ADDRESS
          MAIL  | 553 5.1.7 Bad sender syntax                | SENDER_REFUSED
          RCPT  | 553 5.1.8 Bad sender system                | SENDER_REFUSED
          RCPT  | 550 5.2.2 Mailbox full                     | MAILBOX_FULL
          FINAL | 552 5.2.2 Over quota                       | MAILBOX_FULL
          FINAL | 552 5.2.3 Message too long for it          | TOO_LARGE
          MAIL  | 552 5.3.4 Message too big for system       | TOO_LARGE
          RCPT  | 550 5.4.4 Unable to route                  | UNAVAILABLE
          MAIL  | 550 5.3.0 Mail system status               | UNAVAILABLE
          FINAL | 554 5.6.0 Other media error                | CONTENT
          RCPT  | 550 5.7.1 Delivery not authorized          | POLICY
          FINAL | 550 5.7.26 Fails DMARC                     | POLICY
          MAIL  | 535 5.7.8 Credentials invalid              | AUTHENTICATION
          MAIL  | 534 5.7.9 Mechanism too weak               | AUTHENTICATION
          RCPT  | 550 5.1.0 Other address status             | BAD_ADDRESS
          MAIL  | 550 5.1.0 Other address status             | SENDER_REFUSED
          MAIL  | 503 5.5.1 Invalid command                  | CONFIGURATION
          FINAL | 554 5.0.0 Other undefined status           | CONTENT
          RCPT  | 550 5.1.1                                  | BAD_ADDRESS
          RCPT  | 550 5.4.5 Daily sending quota exceeded     | QUOTA
          RCPT  | 550 5.4.1 Recipient address rejected       | BAD_ADDRESS
          RCPT  | 551 5.7.17 Mailbox owner has changed       | BAD_ADDRESS
          RCPT  | 553 5.6.7 Address not in ASCII             | RECIPIENT_UNAVAILABLE
          MAIL  | 550 5.7.27 Sender address has null MX      | SENDER_REFUSED
          RCPT  | 550 5.7.1 No such user, says the policy    | POLICY
          MAIL  | 530 5.7.0 Authentication required          | AUTHENTICATION
          FINAL | 550-5.1.1 First line                       | BAD_ADDRESS
          """)
  void readsARefusalByItsEnhancedCodeFirst(Phase phase, String reply, Reason reason) {
    assertThat(reply(reply).outcome(phase)).isEqualTo(new Outcome.Rejected(reason, reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RCPT  | 452 4.2.2 Mailbox full                     | MAILBOX_FULL
          MAIL  | 452 4.3.1 System full                      | UNAVAILABLE
          RCPT  | 451 4.4.1 No answer from host              | UNAVAILABLE
          FINAL | 450 4.7.25 Reverse DNS validation failed   | POLICY
          RCPT  | 450 4.5.3 Too many recipients              | RECIPIENT_UNAVAILABLE
          RCPT  | 451 4.7.1 Greylisted, try again            | RECIPIENT_UNAVAILABLE
          RCPT  | 450 4.2.1 Receiving mail too fast          | RECIPIENT_UNAVAILABLE
          MAIL  | 421 4.7.28 Unusual rate of mail            | THROTTLED
          MAIL  | 421 4.4.5 Too much at once                 | THROTTLED
          """)
  void readsADeferralByItsEnhancedCodeFirst(Phase phase, String reply, Reason reason) {
    assertThat(reply(reply).outcome(phase)).isEqualTo(Outcome.Deferred.of(reason, reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 See 5.7.1 of our rules      | BAD_ADDRESS
          550 15.7.1 is no enhanced code  | BAD_ADDRESS
          550 5.7.1x is no enhanced code  | BAD_ADDRESS
          550 5.7 is no enhanced code     | BAD_ADDRESS
          550 5.7.1234 is too long        | BAD_ADDRESS
          550 2.1.5 is no refusal         | BAD_ADDRESS
          550 They said: 450 4.7.1 later  | BAD_ADDRESS
          """)
  void takesAnEnhancedCodeOnlyFromItsPlace(String reply, Reason reason) {
    assertThat(reply(reply).outcome(Phase.RCPT)).isEqualTo(new Outcome.Rejected(reason, reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          530 5.7.0 Must issue a STARTTLS command first
          534 5.7.9 Mechanism is too weak
          535 5.7.8 Username and password not accepted
          538 5.7.11 Encryption required
          """)
  void readsARefusedLoginAsTheAccounts(String reply) {
    assertThat(reply(reply).outcome(Phase.CONNECT))
        .isEqualTo(new Outcome.Rejected(Reason.AUTHENTICATION, reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          421 4.7.0 Too many connections
          454 4.7.0 Temporary authentication failure
          450 4.7.1 Your host is listed
          554 5.7.1 No SMTP service here
          550 5.1.1 Strange greeting
          """)
  void putsOffWhatAServerRefusesBeforeAnyLetter(String reply) {
    assertThat(reply(reply).outcome(Phase.CONNECT))
        .isEqualTo(Outcome.Deferred.of(Reason.UNAVAILABLE, reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          535 5.7.8 Username and password not accepted
          554 5.7.0 Too many failed logins
          504 Mechanism not known
          """)
  void readsWhateverRefusesALoginForGoodAsTheAccounts(String reply) {
    assertThat(reply(reply).outcome(Phase.LOGIN))
        .isEqualTo(new Outcome.Rejected(Reason.AUTHENTICATION, reply));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          250 2.0.0 queued      | 2.0.0
          550-5.1.1 no          | 5.1.1
          250 queued as 2.0.0   |
          354 go ahead          |
          """)
  void knowsItsEnhancedCode(String reply, String code) {
    assertThat(reply(reply).enhancedCode()).isEqualTo(code == null ? "" : code);
  }

  @ParameterizedTest
  @CsvSource({
    "399,false",
    "400,true",
    "421,true",
    "599,true",
    "600,false",
    "250,false",
    "-1,false"
  })
  void refusesFrom400To599(int code, boolean refuses) {
    assertThat(new SmtpReply(code, "").refuses()).isEqualTo(refuses);
  }

  @Test
  void keepsTheReplyInOneLineWithoutTheRecipient() {
    assertThat(
            new SmtpReply(550, "550-5.1.1 <ann.smith@shopper.example>\r\n550 5.1.1 no such user")
                .outcome(Phase.RCPT))
        .isEqualTo(
            new Outcome.Rejected(
                Reason.BAD_ADDRESS, "550-5.1.1 <a***@shopper.example> 550 5.1.1 no such user"));
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void hasAnOutcomeForEveryRefusalInEveryPhase(Phase phase) {
    for (int code = 400; code < 600; code++) {
      Outcome plain = new SmtpReply(code, code + " no").outcome(phase);
      Outcome empty = new SmtpReply(code, "").outcome(phase);
      boolean login = code == 530 || code == 534 || code == 535 || code == 538;
      boolean deferred = code < 500 || (phase == Phase.CONNECT && !login);

      assertThat(plain).isInstanceOf(deferred ? Outcome.Deferred.class : Outcome.Rejected.class);
      assertThat(empty).hasSameClassAs(plain);
    }
  }

  private static SmtpReply reply(String text) {
    return new SmtpReply(Integer.parseInt(text.substring(0, 3)), text);
  }
}
