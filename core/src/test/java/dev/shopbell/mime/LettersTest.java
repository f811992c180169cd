package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.identity.SenderPolicy;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.LetterSigner;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
  private static final Session SESSION = Session.getInstance(new Properties());
  private static final PlatformSender PLATFORM =
      PlatformSender.of("post@platform.example").returnPath("bounces@platform.example");
  private static final SenderIdentity SHOP = SenderIdentity.of("Ann's Tea", "hi@annstea.example");
  private static final SenderPlan ON_BEHALF =
      SHOP.plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN));
  private static final EmailContent HELLO = new EmailContent("Hello", "", "<p>Hello</p>", "Hello");
  private static final EmailAddress ANN = EmailAddress.of("ann@shopper.example");
  private static final String MESSAGE_ID = "01m8160qt0-email@platform.example";
  private static final Instant DATE = Instant.parse("2026-11-22T08:30:00Z");

  /** Pieces of names and sentences in many scripts, with all that a header treats specially. */
  private static final List<String> PIECES =
      Stream.concat(
              "aZ7  \"',;:<>@()[]\\.=?_%#éßñı店茶【】語한жΩשלמح\u202B\u200Fกन\u00A0\u3000🍵\uD840\uDC00"
                  .codePoints()
                  .mapToObj(Character::toString),
              Stream.of(
                  "=?", "?=", "=?UTF-8?Q?x?=", "e\u0301", "👩\u200D👩\u200D👧", "🇨🇳", " via "))
          .toList();

  @Test
  @Tag("sender-05")
  @Tag("sender-16")
  void areFromThePlatformWithTheContactInReplyTo() throws Exception {
    OutboundEmail letter = letter(ON_BEHALF, HELLO);
    MimeMessage read = read(letter);

    assertThat(read.getFrom()).containsExactly(named("Ann's Tea", "post@platform.example"));
    assertThat(read.getHeader("Sender")).isNull();
    assertThat(read.getReplyTo()).containsExactly(address("hi@annstea.example"));
    assertThat(read.getAllRecipients()).containsExactly(address("ann@shopper.example"));
    assertThat(envelopeFrom(letter)).isEqualTo("bounces@platform.example");
  }

  @Test
  @Tag("sender-04")
  void areSentByThePlatformForAMailboxInFromWhereThatIsThePolicy() throws Exception {
    DomainStatus lax = new DomainStatus(DomainState.PENDING, DmarcPolicy.NONE, Optional.empty());
    OutboundEmail letter =
        letter(SHOP.plan(SenderContext.of(PLATFORM.policy(SenderPolicy.LITERAL), lax)), HELLO);
    MimeMessage read = read(letter);

    assertThat(read.getFrom()).containsExactly(named("Ann's Tea", "hi@annstea.example"));
    assertThat(read.getSender()).isEqualTo(address("post@platform.example"));
    assertThat(read.getHeader("Reply-To")).isNull();
    assertThat(envelopeFrom(letter)).isEqualTo("bounces@platform.example");
  }

  @Test
  @Tag("sender-06")
  @Tag("sender-16")
  void areFromTheShopAloneOnAnEffectiveDomain() throws Exception {
    DomainStatus effective =
        new DomainStatus(
            DomainState.EFFECTIVE,
            DmarcPolicy.REJECT,
            Optional.of(DomainName.of("mail.annstea.example")));
    OutboundEmail letter = letter(SHOP.plan(SenderContext.of(PLATFORM, effective)), HELLO);
    MimeMessage read = read(letter);

    assertThat(read.getFrom()).containsExactly(named("Ann's Tea", "hi@annstea.example"));
    assertThat(read.getHeader("Sender")).isNull();
    assertThat(read.getReplyTo()).containsExactly(address("hi@annstea.example"));
    assertThat(envelopeFrom(letter)).isEqualTo("bounces@mail.annstea.example");
  }

  @Test
  @Tag("sender-16")
  @Tag("sender-17")
  void areFromTheNotificationMailboxThroughTheShopsOwnServer() throws Exception {
    SenderContext own =
        SenderContext.of(PLATFORM, DomainStatus.UNKNOWN)
            .ownServer(EmailAddress.of("noreply@send.example"));
    OutboundEmail letter = letter(SHOP.plan(own), HELLO);
    MimeMessage read = read(letter);

    assertThat(read.getFrom()).containsExactly(named("Ann's Tea", "noreply@send.example"));
    assertThat(read.getReplyTo()).containsExactly(address("hi@annstea.example"));
    assertThat(envelopeFrom(letter)).isEqualTo("noreply@send.example");
  }

  @Test
  @Tag("mail-01")
  void havePlainTextAndThenHtmlAsAlternatives() throws Exception {
    MimeMultipart parts = (MimeMultipart) read(letter(ON_BEHALF, HELLO)).getContent();

    assertThat(parts.getContentType()).startsWith("multipart/alternative;");
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Hello");
    assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Hello</p>");
  }

  @Test
  @Tag("mail-01")
  void haveTheMessageIdAndDateThatTheyWereGiven() throws Exception {
    OutboundEmail letter = letter(ON_BEHALF, HELLO);
    MimeMessage savedAgain = Letters.message(letter);
    savedAgain.saveChanges();
    MimeMessage read = read(letter);

    assertThat(savedAgain.getMessageID()).isEqualTo("<" + MESSAGE_ID + ">");
    assertThat(read.getHeader("Message-ID")).containsExactly("<" + MESSAGE_ID + ">");
    assertThat(read.getHeader("Date")).containsExactly("Sun, 22 Nov 2026 08:30:00 +0000");
    assertThat(read.getSentDate().toInstant()).isEqualTo(DATE);
    assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z,'Thu, 1 Jan 1970 00:00:00 +0000'",
    "2026-09-30T23:59:59.999Z,'Wed, 30 Sep 2026 23:59:59 +0000'",
    "2026-05-04T03:02:01Z,'Mon, 4 May 2026 03:02:01 +0000'",
  })
  @Tag("mail-01")
  void writeTheirDateInEnglishAndUtcWhereverTheyAreWritten(Instant time, String date)
      throws Exception {
    OutboundEmail letter = new OutboundEmail(ANN, ON_BEHALF, HELLO, MESSAGE_ID, time);

    assertThat(read(letter).getHeader("Date")).containsExactly(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann's Tea",
        "\"Ann\"",
        "Tea, Books & Co.",
        "a@b <c@d.example>, e",
        "(comment) \\ [x]; y: z",
        "安的茶",
        "【茶】 🍵",
        "שלום, \"עולם\"",
        "\u202Eevil",
        "A   B",
        " Shop ",
        "=",
        "?=",
        "=?UTF-8?Q?PayPal?=",
        "=?UTF-8?B?UGF5UGFs?= Tea",
        "Café\u00A0Ñandú",
        "👩\u200D👩\u200D👧\u200D👦",
      })
  @Tag("sender-02")
  void carryTheShopsNameWhateverStandsInIt(String name) throws Exception {
    assertThat(readName(name)).isEqualTo(name);
  }

  @RepeatedTest(10)
  @Tag("sender-02")
  void carryAnyNameOfUpTo100Characters(RepetitionInfo repetition) throws Exception {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 100; i++) {
      String name = some(random, random.nextInt(1, 101));
      assertThat(readName(name)).isEqualTo(name);
    }
  }

  @RepeatedTest(10)
  @Tag("mail-01")
  void carryAnySubjectOfUpTo300Characters(RepetitionInfo repetition) throws Exception {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 100; i++) {
      String subject = some(random, random.nextInt(1, 301));
      EmailContent content = new EmailContent(subject, "", "<p>", "x");
      assertThat(read(letter(ON_BEHALF, content)).getSubject()).isEqualTo(subject);
    }
  }

  @RepeatedTest(10)
  @Tag("mail-01")
  void carryTextAndHtmlOfAnyScriptAndLength(RepetitionInfo repetition) throws Exception {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 20; i++) {
      String text = lines(random, "\r\n");
      String html = lines(random, "\r\n");
      OutboundEmail letter = letter(ON_BEHALF, new EmailContent("x", "", html, text));
      MimeMultipart parts = (MimeMultipart) read(letter).getContent();

      assertThat(parts.getBodyPart(0).getContent()).isEqualTo(text);
      assertThat(parts.getBodyPart(1).getContent()).isEqualTo(html);
    }
  }

  @Test
  void endEveryLineOfTheirTextAlike() throws Exception {
    EmailContent content = new EmailContent("x", "", "a\nb\rc\r\nd\n\r\ne", "a\nb\rc\r\nd\n\n");
    MimeMultipart parts = (MimeMultipart) read(letter(ON_BEHALF, content)).getContent();

    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("a\r\nb\r\nc\r\nd\r\n\r\n");
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo("a\r\nb\r\nc\r\nd\r\n\r\ne");
  }

  @RepeatedTest(10)
  @Tag("mail-01")
  void haveCleanHeadersAndLinesOfAtMost998Octets(RepetitionInfo repetition) throws Exception {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 20; i++) {
      SenderIdentity shop = SenderIdentity.of(some(random, 100), "hi@annstea.example");
      EmailContent content =
          new EmailContent(
              some(random, 300), some(random, 300), lines(random, "\n"), lines(random, "\r"));
      assertClean(letter(shop.plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN)), content));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {997, 998, 999, 2_000, 100_000})
  @Tag("mail-01")
  void breakALineThatIsTooLongForMail(int length) throws Exception {
    String line = "x".repeat(length);
    OutboundEmail letter = letter(ON_BEHALF, new EmailContent("x", "", line, line + "\n" + line));

    assertClean(letter);
    MimeMultipart parts = (MimeMultipart) read(letter).getContent();
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo(line + "\r\n" + line);
    assertThat(parts.getBodyPart(1).getContent()).isEqualTo(line);
  }

  @Test
  @Tag("mail-01")
  void haveLinesOfAtMost998OctetsWithTheLongestOfEverything() throws Exception {
    String longest =
        "a".repeat(64) + "@" + String.join(".", "b".repeat(63), "c".repeat(63), "d".repeat(61));
    SenderIdentity shop = SenderIdentity.of("x".repeat(100), longest);
    OutboundEmail letter =
        new OutboundEmail(
            EmailAddress.of(longest),
            shop.plan(SenderContext.of(PlatformSender.of(longest), DomainStatus.UNKNOWN)),
            new EmailContent("y".repeat(300), "", "<p>", "x"),
            "i".repeat(200) + "@" + "d".repeat(255),
            DATE);

    assertClean(letter);
    assertThat(read(letter).getSubject()).isEqualTo("y".repeat(300));
    assertThat(read(letter).getHeader("Message-ID"))
        .containsExactly("<" + "i".repeat(200) + "@" + "d".repeat(255) + ">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ann smith\"",
        "\"a,b\"",
        "\"a@b\"",
        "\"a\\\"b\"",
        "\"<b>\"",
        "o'brien",
        "a=b?c"
      })
  void areAddressedToAndFromAnyMailbox(String local) throws Exception {
    EmailAddress mailbox = EmailAddress.of(local + "@shop.example");
    SenderPlan sender =
        new SenderIdentity("Tea", mailbox)
            .plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN).ownServer(mailbox));
    OutboundEmail letter = new OutboundEmail(mailbox, sender, HELLO, MESSAGE_ID, DATE);
    MimeMessage read = read(letter);

    assertThat(read.getAllRecipients()).containsExactly(address(mailbox.value()));
    assertThat(read.getFrom()).containsExactly(named("Tea", mailbox.value()));
    assertThat(envelopeFrom(letter)).isEqualTo(mailbox.value());
  }

  @Test
  @Tag("mail-02")
  void carryTheLinksToUnsubscribeWhereThereIsOneAndNeverOtherwise() throws Exception {
    OutboundEmail plain = letter(ON_BEHALF, HELLO);
    OutboundEmail marketing =
        plain.with(LetterHeaders.NONE.unsubscribe(URI.create("https://shop.example/u?t=1")));

    assertThat(read(plain).getHeader("List-Unsubscribe")).isNull();
    assertThat(read(plain).getHeader("List-Unsubscribe-Post")).isNull();
    assertThat(read(marketing).getHeader("List-Unsubscribe"))
        .containsExactly("<https://shop.example/u?t=1>");
    assertThat(read(marketing).getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  @Tag("mail-09")
  void haveOneEnvelopeRecipientWhoeverIsNamedInThem() throws Exception {
    Addressee bo = new Addressee("Bo", EmailAddress.of("bo@shopper.example"));
    Addressee cy = Addressee.of(EmailAddress.of("cy@shopper.example"));
    OutboundEmail letter =
        letter(ON_BEHALF, HELLO).with(LetterHeaders.NONE.shownTo(List.of(bo), List.of(cy)));

    assertThat(Letters.message(letter).getAllRecipients())
        .containsExactly(address("ann@shopper.example"));
    assertThat(read(letter).getHeader("To")).containsExactly("Bo <bo@shopper.example>");
    assertThat(read(letter).getHeader("Cc")).containsExactly("cy@shopper.example");
    assertThat(read(letter).getHeader("Bcc")).isNull();
  }

  @Test
  void carryFurtherFieldsAsTheyAre() throws Exception {
    OutboundEmail letter =
        letter(ON_BEHALF, HELLO)
            .with(
                LetterHeaders.NONE
                    .feedbackId("order.paid:s-1:transactional:platform")
                    .with("References", "<a@b.example> <c@d.example>")
                    .with("X-Tag", "x".repeat(300))
                    .with("X-Note", "茶"));
    MimeMessage read = read(letter);

    assertThat(read.getHeader("Feedback-ID"))
        .containsExactly("order.paid:s-1:transactional:platform");
    assertThat(read.getHeader("References")).containsExactly("<a@b.example> <c@d.example>");
    assertThat(read.getHeader("X-Tag")).containsExactly("x".repeat(300));
    assertThat(read.getHeader("X-Note")).containsExactly("=?UTF-8?B?6Iy2?=");
  }

  @Test
  @Tag("mail-01")
  void areTheSameOctetsEachTime() throws Exception {
    OutboundEmail letter =
        letter(ON_BEHALF, HELLO)
            .with(List.of(Attachment.of("a", "a/b", new byte[] {1}).inline("a")));
    OutboundEmail other =
        new OutboundEmail(ANN, ON_BEHALF, HELLO, "other@platform.example", DATE)
            .with(letter.attachments());

    assertThat(Letters.bytes(letter)).isEqualTo(Letters.bytes(letter));
    assertThat(boundary(letter)).isEqualTo(boundary(letter)).isNotEqualTo(boundary(other));
  }

  private static String boundary(OutboundEmail letter) throws Exception {
    return read(letter).getContentType().replaceFirst(".*boundary=", "");
  }

  @Test
  @Tag("mail-01")
  void areWrittenInUtf8WhereAMailboxIsNotAscii() throws Exception {
    EmailAddress chinese = EmailAddress.of("安@例子.example");
    OutboundEmail letter = new OutboundEmail(chinese, ON_BEHALF, HELLO, MESSAGE_ID, DATE);
    WireLetter wire = Letters.wire(letter, true);

    assertThat(wire.needsUtf8()).isTrue();
    assertThat(Letters.wire(letter(ON_BEHALF, HELLO), true).needsUtf8()).isFalse();
    assertThat(new String(Letters.bytes(wire), StandardCharsets.UTF_8))
        .contains("\r\nTo: 安@xn--fsqu00a.example\r\n");
  }

  @Test
  void areWrittenByJakartaMailOnceTheyAreChanged() throws Exception {
    OutboundEmail letter = letter(ON_BEHALF, HELLO);
    MimeMessage message = Letters.message(letter);
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    message.writeTo(ours);
    message.setHeader("X-Note", "mine");
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    message.writeTo(changed);

    assertThat(ours.toByteArray()).isEqualTo(Letters.bytes(letter));
    MimeMessage again = new MimeMessage(SESSION, new ByteArrayInputStream(changed.toByteArray()));
    assertThat(again.getHeader("X-Note")).containsExactly("mine");
    assertThat(((MimeMultipart) again.getContent()).getBodyPart(0).getContent()).isEqualTo("Hello");
    assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
  }

  @Test
  void areSignedOverTheOctetsThatGoOut() throws Exception {
    OutboundEmail letter = letter(ON_BEHALF, new EmailContent("x", "", "<p>茶", "茶\n"));
    StringBuilder seen = new StringBuilder();
    LetterSigner signer =
        source -> {
          ByteArrayOutputStream octets = new ByteArrayOutputStream();
          source.writeTo(octets);
          seen.append(octets.toString(StandardCharsets.ISO_8859_1));
          return "X-Signature: 1\r\n";
        };
    WireLetter wire = Letters.wire(letter.with(signer), true);

    assertThat(wire.isEightBit()).as("a server further on may not take it").isFalse();
    assertThat(new String(Letters.bytes(wire), StandardCharsets.ISO_8859_1))
        .isEqualTo("X-Signature: 1\r\n" + seen);
    assertThat(Letters.message(letter.with(signer)).getHeader("X-Signature")).containsExactly("1");
  }

  @Test
  @Tag("sender-02")
  void breakNoHeaderWhateverTenThousandValuesHold() throws Exception {
    SplittableRandom random = new SplittableRandom(42);
    int written = 0;
    for (int i = 0; i < 10_000; i++) {
      String value = fuzz(random);
      try {
        SenderIdentity shop = SenderIdentity.of(value, "hi@annstea.example");
        OutboundEmail letter =
            new OutboundEmail(
                    ANN,
                    shop.plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN)),
                    new EmailContent(value, "", "x", "x"),
                    MESSAGE_ID,
                    DATE)
                .with(
                    LetterHeaders.NONE
                        .shownTo(List.of(new Addressee(value, ANN)), List.of())
                        .with("X-V", value))
                .with(List.of(Attachment.of(value, "a/b", new byte[0])));
        assertHeaders(letter, value);
        written++;
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).doesNotContain("\r", "\n", "\0");
      }
    }
    assertThat(written).isBetween(2_000, 9_000);
  }

  private static void assertHeaders(OutboundEmail letter, String value) throws Exception {
    MimeMessage read = read(letter);
    assertThat(Collections.list(read.getAllHeaders()))
        .extracting(Header::getName)
        .containsExactly(
            "Date",
            "From",
            "Reply-To",
            "To",
            "Message-ID",
            "Subject",
            "Auto-Submitted",
            "X-V",
            "MIME-Version",
            "Content-Type");
    assertThat(read.getSubject()).isEqualTo(value);
    assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo(value);
  }

  private static String fuzz(SplittableRandom random) {
    StringBuilder value = new StringBuilder("x");
    for (int n = random.nextInt(1, 60); n > 0; n--) {
      value.append(
          switch (random.nextInt(40)) {
            case 0 -> FUZZ.get(random.nextInt(FUZZ.size()));
            case 1, 2 -> Character.toString(random.nextInt(0x20, 0x3000));
            case 3 -> Character.toString(random.nextInt(0xE000, 0x10FFFF));
            default -> PIECES.get(random.nextInt(PIECES.size()));
          });
    }
    return value.append('x').toString();
  }

  private static final List<String> FUZZ =
      List.of(
          "\r\nBcc: x@evil.example",
          "\n",
          "\r",
          "\0",
          "\u0085",
          "\u2028",
          "\uD800",
          "\u001B",
          "%0d%0a",
          "\\r\\n",
          "=?UTF-8?Q?=0D=0A?=",
          "\" <x@evil.example>, \"",
          "嘊嘍");

  private static String readName(String name) throws Exception {
    SenderIdentity shop = SenderIdentity.of(name, "hi@annstea.example");
    MimeMessage read =
        read(letter(shop.plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN)), HELLO));
    assertThat(read.getFrom()).hasSize(1);
    InternetAddress from = (InternetAddress) read.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("post@platform.example");
    return from.getPersonal();
  }

  private static void assertClean(OutboundEmail letter) throws Exception {
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

  private static OutboundEmail letter(SenderPlan sender, EmailContent content) {
    return new OutboundEmail(ANN, sender, content, MESSAGE_ID, DATE);
  }

  private static String envelopeFrom(OutboundEmail letter) throws MessagingException {
    return ((SMTPMessage) Letters.message(letter)).getEnvelopeFrom();
  }

  private static MimeMessage read(OutboundEmail letter) throws MessagingException {
    return new MimeMessage(SESSION, new ByteArrayInputStream(Letters.bytes(letter)));
  }

  private static String some(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      text.append(text.length() + piece.length() > length ? "." : piece);
    }
    return text.toString().isBlank() ? "x" : text.toString();
  }

  private static String lines(SplittableRandom random, String end) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      text.append(some(random, random.nextInt(1, 3_000))).append(end);
    }
    return text.toString();
  }

  private static Address named(String name, String address) throws Exception {
    return new InternetAddress(address, name, "UTF-8");
  }

  private static Address address(String address) throws Exception {
    return new InternetAddress(address);
  }
}
