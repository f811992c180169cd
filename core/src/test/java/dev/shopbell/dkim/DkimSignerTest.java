package dev.shopbell.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.mime.Letters;
import dev.shopbell.mime.SampleLetters;
import dev.shopbell.mime.WireLetter;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DkimSignerTest {
  private static final DomainName DOMAIN = DomainName.of("platform.example");
  private static final DkimSigner SIGNER =
      DkimSigner.of(DOMAIN, List.of(TestKeys.RSA), SampleLetters.DATE);
  private static final OutboundEmail LETTER =
      SampleLetters.letter(SampleLetters.content("Hello", "Hello")).with(SIGNER);

  @Test
  @Tag("mail-04")
  void isVerifiedByAnotherImplementation() throws Exception {
    SplittableRandom random = new SplittableRandom(5);
    String[] pieces = {"word ", "茶", "é", "\n", "\n\n", "  ", "\t", "=", "🍵", "سلام ", "."};
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int n = random.nextInt(1, 2_000); n > 0; n--) {
        text.append(pieces[random.nextInt(random.nextInt(1, pieces.length + 1))]);
      }
      String subject = text.substring(0, Math.min(text.length(), 200)).replaceAll("\\s+", " ");
      byte[] file = new byte[random.nextInt(1, 5_000)];
      OutboundEmail letter =
          SampleLetters.letter(
                  SampleLetters.content(subject.replaceAll("\\p{Cs}", ""), text.toString()))
              .with(List.of(Attachment.of("发票.pdf", "application/pdf", file)))
              .with(SIGNER);

      assertThat(verified(octets(letter))).containsExactly("s1 platform.example");
    }
  }

  @Test
  @Tag("mail-04")
  void verifiesForEveryLengthOfBody() throws Exception {
    for (int length = 1; length < 120; length++) {
      OutboundEmail letter =
          SampleLetters.letter(SampleLetters.content("x", "x ".repeat(length))).with(SIGNER);
      assertThat(verified(octets(letter))).hasSize(1);
    }
  }

  @Test
  @Tag("mail-04")
  void signsAMessageOfJakartaMailsToo() throws Exception {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    message.setFrom("post@platform.example");
    message.setSubject("Zwei  Wörter", "UTF-8");
    message.addHeader("To", "a@x.example");
    message.addHeader("To", "b@x.example");
    message.setText("a\n\n b \n\n\n", "UTF-8");
    WireLetter signed = Letters.signed(Letters.wire(message), SIGNER);

    assertThat(verified(octets(signed))).containsExactly("s1 platform.example");
    assertThat(signed.size()).isEqualTo(octets(signed).length);
    assertThat(header(octets(signed))).contains("h=From:From:To:To:Subject:Subject:");
  }

  @Test
  @Tag("mail-04")
  void fallsWithWhateverAReaderSees() throws Exception {
    String raw = new String(octets(LETTER), StandardCharsets.US_ASCII);
    List<String> changed =
        List.of(
            raw.replace("Subject: Hello", "Subject: Pay now"),
            raw.replace("\r\nDate:", "\r\nSubject: Pay now\r\nDate:"),
            raw.replace("\r\nDate:", "\r\nFrom: a@evil.example\r\nDate:"),
            raw.replace("From: Ann's", "From: Bob's"),
            raw.replace("To: ann@", "To: bob@"),
            raw.replace("\r\nHello\r\n", "\r\nHullo\r\n"),
            raw + "more\r\n");
    for (String letter : changed) {
      assertThat(letter).isNotEqualTo(raw);
      assertThatThrownBy(() -> verified(letter.getBytes(StandardCharsets.US_ASCII)))
          .isInstanceOf(FailException.class);
    }
  }

  @Test
  @Tag("mail-04")
  void survivesFoldingAndWhiteSpaceThatServersChange() throws Exception {
    String raw = new String(octets(LETTER), StandardCharsets.US_ASCII);
    String relayed =
        "Received: from a by b; Sun, 22 Nov 2026 08:30:00 +0000\r\n"
            + raw.replace("Subject: Hello", "subject :\r\n\t Hello  ")
                .replace("Hello\r\n", "Hello \t\r\n")
            + "\r\n\r\n";

    assertThat(verified(relayed.getBytes(StandardCharsets.US_ASCII))).hasSize(1);
  }

  @Test
  @Tag("mail-02")
  @Tag("mail-04")
  void coversBothFieldsOfUnsubscribingAndAllThatAReaderSees() throws Exception {
    LetterHeaders headers =
        LetterHeaders.NONE
            .shownTo(
                List.of(new Addressee("Ann", EmailAddress.of("ann@shopper.example"))),
                List.of(new Addressee("Bo", EmailAddress.of("bo@shopper.example"))))
            .unsubscribe(URI.create("https://shop.example/u?t=" + "a".repeat(100)))
            .feedbackId("a:b:c:platform")
            .with("X-Tag", "not signed");
    byte[] octets = octets(LETTER.with(headers));

    assertThat(header(octets).replaceAll("\\s", ""))
        .contains(
            "h=From:From:Reply-To:To:Cc:Subject:Subject:Date:Message-ID:MIME-Version:Content-Type:"
                + "List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted:Feedback-ID;");
    assertThat(verified(octets)).hasSize(1);
    assertThat(header(octets(LETTER))).doesNotContain("List-Unsubscribe");
  }

  @Test
  @Tag("mail-04")
  void writesAFieldThatAnyServerTakes() throws Exception {
    String header = header(octets(LETTER));

    assertThat(header)
        .startsWith(
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n d=platform.example;\r\n s=s1; t="
                + SampleLetters.DATE.getEpochSecond()
                + ";\r\n h=");
    assertThat(header.split("\r\n", -1)).allMatch(line -> line.length() <= 78);
    assertThat(octets(LETTER)).as("the same each time").isEqualTo(octets(LETTER));
  }

  @Test
  @Tag("mail-04")
  void signsOnceWithEachKey() throws Exception {
    DkimSigner both =
        DkimSigner.of(DOMAIN, List.of(TestKeys.RSA, TestKeys.ED25519), SampleLetters.DATE);
    byte[] octets = octets(LETTER.with(both));
    String raw = new String(octets, StandardCharsets.US_ASCII);

    assertThat(raw.split("DKIM-Signature:", -1)).hasSize(3);
    String second = raw.substring(raw.lastIndexOf("DKIM-Signature:"));
    assertThat(second).contains("a=ed25519-sha256;", " s=e1;");
    assertThat(verifiedEd25519(second)).isTrue();
    assertThat(verifiedEd25519(second.replace("Subject: Hello", "Subject: Hullo"))).isFalse();
    assertThat(both)
        .hasToString("DkimSigner[platform.example [DkimKey[s1 rsa-2048], DkimKey[e1 ed25519]]]");
  }

  @Test
  void refusesNoKeyAndTwoOfOneSelector() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DkimSigner.of(DOMAIN, List.of(), SampleLetters.DATE))
        .withMessage(
            "there is no key to sign with for platform.example: give one, or LetterSigner.NONE");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DkimSigner.of(DOMAIN, List.of(TestKeys.RSA, TestKeys.RSA), SampleLetters.DATE))
        .withMessage("two keys of platform.example have the selector s1: give each its own");
  }

  private static byte[] octets(OutboundEmail letter) throws Exception {
    return octets(Letters.wire(letter, true));
  }

  private static byte[] octets(WireLetter letter) throws Exception {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    letter.writeTo(octets);
    return octets.toByteArray();
  }

  private static String header(byte[] octets) {
    String raw = new String(octets, StandardCharsets.US_ASCII);
    return raw.substring(
        0, raw.indexOf("\r\nDate:") < 0 ? raw.indexOf("\r\nFrom:") : raw.indexOf("\r\nDate:"));
  }

  /** Who signed, as Apache James jDKIM says. */
  private static List<String> verified(byte[] octets) throws Exception {
    DKIMVerifier verifier =
        new DKIMVerifier(
            (methods, selector, domain) -> {
              assertThat(selector.toString() + "." + domain).isEqualTo("s1.platform.example");
              return List.of(TestKeys.RSA.record());
            });
    List<String> signers = new ArrayList<>();
    for (SignatureRecord record : verifier.verify(new ByteArrayInputStream(octets))) {
      signers.add(record.getSelector() + " " + record.getDToken());
    }
    return signers;
  }

  /** By hand, since jDKIM knows RSA alone. */
  private static boolean verifiedEd25519(String letter) throws Exception {
    String field = letter.substring(0, letter.indexOf("\r\nDate:"));
    String head = letter.substring(field.length() + 2, letter.indexOf("\r\n\r\n") + 2);
    HeaderFields fields = HeaderFields.parse(head.getBytes(StandardCharsets.US_ASCII));
    int at = field.indexOf("\r\n b=") + 5;
    String value = field.substring("DKIM-Signature:".length(), at);
    String signed = fields.canonical() + HeaderFields.relaxed("dkim-signature", value);
    String open = TestKeys.ED25519.record().replaceFirst("^.* p=", "");
    byte[] spki = Arrays.copyOf(Base64.getDecoder().decode("MCowBQYDK2VwAyEA"), 44);
    System.arraycopy(Base64.getDecoder().decode(open), 0, spki, 12, 32);
    PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(signed.getBytes(StandardCharsets.US_ASCII));
    signature.update(hash);
    return signature.verify(Base64.getMimeDecoder().decode(field.substring(at)));
  }
}
