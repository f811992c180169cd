package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** The letters of one shop, how they are read again, and what may stand in any. */
final class ShopLetters {
  static final Session SESSION = Session.getInstance(new Properties());
  static final PlatformSender PLATFORM =
      PlatformSender.of("post@platform.example").returnPath("bounces@platform.example");
  static final SenderIdentity SHOP = SenderIdentity.of("Ann's Tea", "hi@annstea.example");
  static final SenderPlan ON_BEHALF = SHOP.plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN));
  static final EmailContent HELLO = new EmailContent("Hello", "", "<p>Hello</p>", "Hello");
  static final EmailAddress ANN = EmailAddress.of("ann@shopper.example");

  /** Pieces of names and sentences in many scripts, with all that a header treats specially. */
  static final List<String> PIECES =
      Stream.concat(
              "aZ7  \"',;:<>@()[]\\.=?_%#éßñı店茶【】語한жΩשלמح\u202B\u200Fกन\u00A0\u3000🍵\uD840\uDC00"
                  .codePoints()
                  .mapToObj(Character::toString),
              Stream.of(
                  "=?", "?=", "=?UTF-8?Q?x?=", "e\u0301", "👩\u200D👩\u200D👧", "🇨🇳", " via "))
          .toList();

  private ShopLetters() {}

  static OutboundEmail letter(SenderPlan sender, EmailContent content) {
    return new OutboundEmail(ANN, sender, content, SampleLetters.MESSAGE_ID, SampleLetters.DATE);
  }

  static String envelopeFrom(OutboundEmail letter) throws MessagingException {
    return ((SMTPMessage) Letters.message(letter)).getEnvelopeFrom();
  }

  static MimeMessage read(OutboundEmail letter) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(Letters.bytes(letter)));
  }

  static void assertClean(OutboundEmail letter) throws Exception {
    String raw = new String(Letters.bytes(letter), StandardCharsets.ISO_8859_1);
    for (String line : raw.split("\r\n", -1)) {
      assertThat(line).hasSizeLessThanOrEqualTo(998).doesNotContain("\r", "\n", "\0");
    }
    assertThat(raw.substring(0, raw.indexOf("\r\n\r\n"))).matches("[\\t\\r\\n -~]*");
    List<Header> headers = Collections.list(read(letter).getAllHeaders());
    assertThat(headers)
        .extracting(Header::getName)
        .containsExactlyInAnyOrder(
            "Date",
            "From",
            "Reply-To",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted");
  }

  /** Text of many scripts of at most that length. */
  static String some(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      text.append(text.length() + piece.length() > length ? "." : piece);
    }
    return text.toString().isBlank() ? "x" : text.toString();
  }

  /** A few lines of such text, each with that end. */
  static String lines(SplittableRandom random, String end) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      text.append(some(random, random.nextInt(1, 3_000))).append(end);
    }
    return text.toString();
  }

  static Address named(String name, String address) throws Exception {
    return new InternetAddress(address, name, "UTF-8");
  }

  static Address address(String address) throws Exception {
    return new InternetAddress(address);
  }
}
