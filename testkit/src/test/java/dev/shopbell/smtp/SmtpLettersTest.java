package dev.shopbell.smtp;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a letter asks of the server that it goes to, and how it arrives there. */
@Timeout(60)
class SmtpLettersTest {
  private final Sending sending = new Sending();

  @AfterEach
  void close() {
    sending.close();
  }

  @Test
  void aLetterThatIsTooLargeIsRefusedBeforeItLeaves() {
    sending.server.capabilities("PIPELINING", "SIZE 100", "AUTH PLAIN");
    assertThat(sending.send("x".repeat(100))).isRejectedFor(Reason.TOO_LARGE);
    assertThat(sending.send("small")).isAccepted();
    assertThat(sending.server.commands())
        .filteredOn(line -> line.startsWith("MAIL"))
        .containsExactly("MAIL FROM:<bounce@platform.example> SIZE=22");
  }

  @Test
  void addressesBeyondAsciiGoWhereTheServerTakesThem() {
    SmtpEnvelope envelope = SmtpEnvelope.of(Sending.FROM, EmailAddress.of("安@客户.example"));
    assertThat(sending.send(envelope, Plain.letter("x"), Duration.ofSeconds(9)))
        .isRejectedFor(Reason.RECIPIENT_UNAVAILABLE);
    sending.server.capabilities("PIPELINING", "8BITMIME", "SMTPUTF8", "AUTH PLAIN");
    sending.with(SmtpSettings.STANDARD);
    assertThat(sending.send(envelope, Plain.letter("x"), Duration.ofSeconds(9))).isAccepted();
    assertThat(sending.server.commands())
        .contains("MAIL FROM:<bounce@platform.example> SMTPUTF8")
        .anyMatch(line -> line.startsWith("RCPT TO:<å®\u0089@xn--"));
  }

  @Test
  void quotedLocalPartsArriveQuoted() {
    EmailAddress to = EmailAddress.of("\"ann b>c\"@customer.example");
    SmtpEnvelope envelope = SmtpEnvelope.of(Sending.FROM, to);
    assertThat(sending.send(envelope, Plain.letter("x"), Duration.ofSeconds(9))).isAccepted();
    assertThat(sending.server.commands()).contains("RCPT TO:<\"ann b>c\"@customer.example>");
  }

  @Test
  void reportsAreAskedForWhereToldAndOffered() {
    sending.server.option("dsn", "failure+delay");
    SmtpEnvelope envelope = new SmtpEnvelope(Optional.empty(), Sending.TO, "id+1");
    assertThat(sending.send(envelope, Plain.letter("x"), Duration.ofSeconds(9))).isAccepted();
    assertThat(sending.server.commands()).contains("MAIL FROM:<>");
    sending.server.capabilities("PIPELINING", "DSN", "AUTH PLAIN");
    sending.with(SmtpSettings.STANDARD);
    assertThat(sending.send(envelope, Plain.letter("x"), Duration.ofSeconds(9))).isAccepted();
    assertThat(sending.server.commands())
        .contains("MAIL FROM:<> RET=HDRS ENVID=id+2B1")
        .anyMatch(line -> line.endsWith("> NOTIFY=FAILURE,DELAY"));
  }

  @Test
  void eightBitLettersGoAsSuchOnlyWhereTheServerTakesThem() {
    LetterSource letter =
        eightBit -> new Plain("A: b\r\n\r\n" + (eightBit ? "é" : "e") + "\r\n", eightBit);
    assertThat(sending.send(letter)).isAccepted();
    assertThat(sending.send(letter)).isAccepted();
    sending.server.capabilities("PIPELINING", "AUTH PLAIN").endConnections();
    assertThat(sending.send(letter)).isAccepted();
    assertThat(sending.count("MAIL FROM:<bounce@platform.example> BODY=8BITMIME"))
        .isGreaterThanOrEqualTo(1);
    assertThat(sending.server.accepted().get(2).body()).isEqualTo("e\r\n");
  }

  @Test
  void aLargeLetterIsStreamedAndDotsArriveAsTheyWere() {
    long size = 80 * 40_000;
    assertThat(sending.send(Plain.large(size))).isAccepted();
    assertThat(
            sending.server.accepted().get(0).body().length()
                + sending.server.accepted().get(0).head().length())
        .isGreaterThan((int) size);
    assertThat(sending.send("next")).isAccepted();
    assertThat(sending.server.connections()).isEqualTo(1);
  }

  @Test
  void anAttachmentThatCannotBeReadLeavesNothing() {
    LetterSource broken =
        eightBit ->
            new WireLetterOf(1_000_000) {
              @Override
              public void writeTo(OutputStream out) throws IOException {
                out.write(new byte[500_000]);
                throw new IOException("/private/file");
              }
            };
    Outcome outcome = sending.send(broken);
    assertThat(outcome).isDeferred();
    assertThat(outcome.toString()).doesNotContain("private");
    assertThat(sending.server.received()).isEmpty();
    assertThat(sending.send("next")).isAccepted();
  }

  @Test
  void aLetterThatCannotBeWrittenIsRejected() {
    LetterSource broken =
        eightBit -> {
          throw new MessagingException("no such charset");
        };
    assertThat(sending.send(broken)).isRejectedFor(Reason.CONTENT);
    assertThat(sending.server.connections()).isZero();
  }

  @Test
  void aMessageOfJakartaMailGoesOutWithoutItsBcc() throws Exception {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    message.setSubject("Grüße", "UTF-8");
    message.setRecipients(MimeMessage.RecipientType.BCC, "secret@x.example");
    message.setText("one\n.two\rthree", "UTF-8");
    assertThat(sending.send(LetterSource.of(message))).isAccepted();
    assertThat(sending.server.accepted().get(0).head()).doesNotContain("secret@x");
    assertThat(sending.server.accepted().get(0).body()).isEqualTo("one\r\n.two\r\nthree\r\n");
  }
}
