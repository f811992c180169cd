package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.dkim.DkimAlgorithm;
import dev.shopbell.dkim.DkimKey;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailComposeCommandTest {
  private static final String HEAD =
      "{\"from\":\"\\\"安记, 茶铺\\\" <hi@annstea.example>\",\"to\":[\"Bo <bo@x.example>\",\"cy@x.example\"],"
          + "\"cc\":\"di@x.example\",\"bcc\":\"eve@x.example\",\"replyTo\":\"ann@126.example\","
          + "\"envelopeFrom\":\"bounces@annstea.example\",\"subject\":\"您的订单\",";

  @Test
  @Tag("mail-01")
  void writesAWholeMessage(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("bill.pdf"), "%PDF");
    Cli run =
        Cli.run(
            HEAD
                + "\"preheader\":\"已付款\",\"text\":\"谢谢\",\"html\":\"<body><p>谢谢</p></body>\","
                + "\"listUnsubscribe\":\"https://shop.example/u?t=1\","
                + "\"attachments\":[{\"name\":\"发票.pdf\",\"type\":\"application/pdf\",\"file\":\""
                + file
                + "\"}]}",
            "mail",
            "compose");
    MimeMessage message = read(run);
    MimeMultipart mixed = (MimeMultipart) message.getContent();
    MimeMultipart words = (MimeMultipart) mixed.getBodyPart(0).getContent();

    assertThat(run.exit()).isZero();
    assertThat(run.out()).endsWith("--\r\n").doesNotContain("eve@", "bounces@");
    assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("安记, 茶铺");
    assertThat(message.getHeader("To", null)).isEqualTo("Bo <bo@x.example>, cy@x.example");
    assertThat(message.getHeader("Cc", null)).isEqualTo("di@x.example");
    assertThat(message.getHeader("Reply-To", null)).isEqualTo("ann@126.example");
    assertThat(message.getSubject()).isEqualTo("您的订单");
    assertThat(message.getMessageID()).endsWith("@annstea.example>");
    assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(message.getHeader("List-Unsubscribe", null))
        .isEqualTo("<https://shop.example/u?t=1>");
    assertThat(words.getBodyPart(0).getContent()).isEqualTo("谢谢");
    assertThat(words.getBodyPart(1).getContent().toString())
        .startsWith("<body><div")
        .contains("已付款");
    assertThat(((MimeBodyPart) mixed.getBodyPart(1)).getFileName()).isEqualTo("发票.pdf");
  }

  @Test
  @Tag("mail-04")
  void signsForTheDomainInFrom(@TempDir Path folder) throws Exception {
    DkimKey key = DkimKey.generate("s1", DkimAlgorithm.RSA, new SecureRandom());
    Path file = Files.writeString(folder.resolve("key.pem"), key.pem().reveal());
    String[] command = {"mail", "compose", "--dkim-key", file.toString(), "--dkim-selector", "s1"};
    Cli run = Cli.run(HEAD + "\"text\":\"Hi\"}", command);

    assertThat(run.out())
        .startsWith("DKIM-Signature: v=1; a=rsa-sha256;")
        .contains(" d=annstea.example;");
    assertThat(run.err()).startsWith("s1._domainkey.annstea.example TXT " + key.record());
    assertThat(run.err()).doesNotContain("PRIVATE");
    Cli half = Cli.run(HEAD + "\"text\":\"Hi\"}", "mail", "compose", "--dkim-selector", "s1");
    assertThat(half.exit()).isEqualTo(2);
    assertThat(half.err()).contains("give both --dkim-key and --dkim-selector, or neither");
  }

  @Test
  @Tag("mail-01")
  void isTheSameForTheSameIdAndDate() {
    String message =
        HEAD + "\"text\":\"Hi\",\"messageId\":\"1@a.example\",\"date\":\"2026-11-22T08:30:00Z\"}";
    Cli run = Cli.run(message, "mail", "compose");

    assertThat(run.out())
        .contains("\r\nMessage-ID: <1@a.example>\r\n")
        .contains("Date: Sun, 22 Nov 2026 08:30:00 +0000\r\n")
        .contains("Content-Type: text/plain; charset=UTF-8\r\n")
        .endsWith("\r\n\r\nHi\r\n")
        .isEqualTo(Cli.run(message, "mail", "compose").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "from":"a@b.example","to":"c@d.example"                      | a letter has neither text nor html
          "from":"a@b.example","text":"x"                              | the message goes to nobody: give to, cc or bcc
          "to":"c@d.example","text":"x"                                | "from" is not text
          "from":"a@b.example","to":"c@d.example\\r\\nBcc: e@f.example","text":"x" | "to": mail address
          "from":"A\\r\\nX: y <a@b.example>","to":"c@d.example","text":"x" | "from": name of an addressee holds U+000D
          "from":"a@b.example","to":"c@d.example","subject":"x\\ny","text":"x" | subject holds U+000A
          "from":"a@b.example","to":"c@d.example","text":"x","listUnsubscribe":"mailto:u@b.example" | RFC 8058 asks for one
          "from":"a@b.example","to":"c@d.example","text":"x","attachments":[{"file":"/none"}] | there is no file /none
          "from":"a@b.example","to":"c@d.example","text":"x","attachments":[{"file":"pom.xml","type":"a\\r\\nb"}] | the media type
          """)
  @Tag("sender-02")
  void refusesWhatIsNoMessageAndSaysWhy(String fields, String problem) {
    Cli run = Cli.run("{" + fields + "}", "mail", "compose");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(problem).hasLineCount(1);
  }

  @Test
  @Tag("mail-01")
  void givesHtmlAloneATextPart() throws Exception {
    Cli run =
        Cli.run(
            HEAD + "\"html\":\"<p>Hi <a href='https://shop.example/o'>order</a></p>\"}",
            "mail",
            "compose");
    MimeMultipart words = (MimeMultipart) read(run).getContent();

    assertThat(words.getContentType()).startsWith("multipart/alternative");
    assertThat(words.getBodyPart(0).getContent().toString().strip())
        .isEqualTo("Hi order (https://shop.example/o)");
    Cli wordless = Cli.run(HEAD + "\"html\":\"<img src='x'>\"}", "mail", "compose");
    assertThat(wordless.out()).contains("Content-Type: text/html").doesNotContain("multipart");
  }

  @Test
  void goesToUndisclosedRecipientsWhereAllAreBcc() {
    Cli run =
        Cli.run(
            "{\"from\":\"a@b.example\",\"bcc\":\"c@d.example\",\"text\":\"x\"}", "mail", "compose");

    assertThat(run.out()).contains("\r\nTo: undisclosed-recipients:;\r\n").doesNotContain("c@d");
  }

  private static MimeMessage read(Cli run) throws Exception {
    byte[] octets = run.out().getBytes(StandardCharsets.UTF_8);
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
  }
}
