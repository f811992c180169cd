package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.Verp;
import dev.shopbell.inbound.InboundMail;
import dev.shopbell.inbound.Verdict;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.SigningKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("mail-06")
@Timeout(60)
class MailCommandsTest {
  private static final String KEY = "k1 b25lLW9uZS1vbmUtb25lLW9uZS1vbmUtb25lLW9uZS0=\n";
  private static final DeliveryId ID = new DeliveryId("01kb3m7q2rabcdefgh0123456j");

  private final List<InboundMail> taken = Collections.synchronizedList(new ArrayList<>());
  @TempDir private Path folder;

  @Test
  void tellsABounceAndTheDeliveryThatItsReturnPathWasSignedFor() throws IOException {
    Path keys = Files.writeString(folder.resolve("keys"), KEY);
    Path bounce = Files.writeString(folder.resolve("a.eml"), bounce(signed()));

    Cli run = Cli.run("", "mail", "bounce", "--keys", keys.toString(), bounce.toString());

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            {"kind":"bounce","recipient":"ann@customer.example","permanent":true,"status":"5.1.1",\
            "reason":"BAD_ADDRESS","deliveryId":"01kb3m7q2rabcdefgh0123456j"}
            """);
  }

  @Test
  void aForgedReturnPathTellsNoDelivery() throws IOException {
    Path keys = Files.writeString(folder.resolve("keys"), KEY);
    String forged = signed().replace("k1@", "0k1@").replaceFirst("(\\+.{26}).", "$1");
    Path bounce = Files.writeString(folder.resolve("a.eml"), bounce(forged));

    Cli run = Cli.run("", "mail", "bounce", "--keys", keys.toString(), bounce.toString());

    assertThat(Verp.isMarked(forged)).isTrue();
    assertThat(run.out()).contains("\"kind\":\"bounce\"").contains("\"deliveryId\":null");
  }

  @Test
  void readsStandardInputAndNamesAFileThatIsNotThere() {
    Cli run = Cli.run("From: a@b.example\nSubject: Hello\n\nHi", "mail", "bounce", "-", "none.eml");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .isEqualTo(
            """
            {"kind":"other","recipient":null,"permanent":null,"status":null,"reason":null,\
            "deliveryId":null}
            """);
    assertThat(run.err()).contains("none.eml cannot be read");
  }

  @Test
  void refusesAPortThatIsNone() {
    Cli run = Cli.run("", "mail", "receive", "--lmtp", "99999");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--lmtp is 99999: give 0 to 65535");
  }

  @Test
  void takesMessagesByLmtpWithAnAnswerARecipient() throws IOException {
    List<String> answers =
        talk(
            "LHLO relay",
            "MAIL FROM:<> BODY=8BITMIME",
            "RCPT TO:<one@platform.example>",
            "RCPT TO:<two@platform.example>",
            "DATA",
            bounce("one@platform.example").replace("\n.", "\n..") + "\r\n.",
            "MAIL FROM:<ann@customer.example>",
            "RCPT TO:<shop@platform.example>",
            "DATA",
            "From: ann@customer.example\r\nSubject: Re: order\r\n\r\n..hidden dot\r\n.",
            "QUIT");

    assertThat(answers.stream().filter(line -> line.startsWith("250 2.0.0 taken"))).hasSize(3);
    assertThat(answers).last().isEqualTo("221 2.0.0 goodbye");
    assertThat(taken).extracting(mail -> mail.verdict().kind()).containsExactly("bounce", "reply");
    assertThat(((Verdict.Reply) taken.get(1).verdict()).text().own()).isEqualTo(".hidden dot");
  }

  @Test
  void speaksSmtpTooAndSaysWhatIsWrong() throws IOException {
    List<String> answers =
        talk(
            "EHLO relay",
            "DATA",
            "RCPT TO:<a@b.example>",
            "MAIL FROM:nobody",
            "BDAT 5",
            "MAIL FROM:<>",
            "MAIL FROM:<>",
            "RCPT TO:<a@b.example>",
            "RCPT TO:<c@b.example>",
            "DATA",
            "Subject: x\r\n\r\n.",
            "RSET",
            "NOOP",
            "VRFY a",
            "QUIT");

    assertThat(answers.stream().map(line -> line.substring(0, 4)))
        .containsSubsequence(
            "503 ", "503 ", "501 ", "500 ", "250 ", "503 ", "250 ", "250 ", "354 ", "250 ", "250 ",
            "250 ", "252 ", "221 ");
    assertThat(taken).hasSize(1);
  }

  @Test
  void whatCannotBeHandledStaysWithTheServerInFront() throws IOException {
    try (LmtpServer server =
        LmtpServer.start(
            0,
            mail -> {
              throw new IllegalStateException("full");
            })) {
      assertThat(
              talk(
                  server.port(),
                  "LHLO x",
                  "MAIL FROM:<>",
                  "RCPT TO:<a@b.example>",
                  "DATA",
                  "Subject: x\r\n\r\n.",
                  "QUIT"))
          .contains("451 4.3.0 it could not be handled");
    }
  }

  @Test
  void aMessageThatIsCutOffIsNotJudged() throws IOException {
    List<InboundMail> taken = Collections.synchronizedList(new ArrayList<>());
    try (LmtpServer server = LmtpServer.start(0, taken::add)) {
      talk(
          server.port(),
          "LHLO x",
          "MAIL FROM:<>",
          "RCPT TO:<a@b.example>",
          "DATA",
          "Subject: half");
    }
    assertThat(taken).isEmpty();
  }

  /** Says all lines at once, as PIPELINING allows, and reads to the end. */
  /** What a server answers that takes what it is given. */
  private List<String> talk(String... lines) throws IOException {
    try (LmtpServer server = LmtpServer.start(0, taken::add)) {
      return talk(server.port(), lines);
    }
  }

  private static List<String> talk(int port, String... lines) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      String text = String.join("\r\n", lines) + "\r\n";
      out.write(text.replaceAll("(?<!\r)\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .toList();
    }
  }

  private static String signed() {
    return Verp.signed(SigningKeys.parse(List.of(KEY)))
        .address(EmailAddress.of("bounces@platform.example"), ID)
        .value();
  }

  private static String bounce(String to) {
    return """
        Return-Path: <>
        From: MAILER-DAEMON@mx.customer.example
        To: %s
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.customer.example

        Final-Recipient: rfc822; ann@customer.example
        Action: failed
        Status: 5.1.1

        --b--
        """
        .formatted(to);
  }
}
