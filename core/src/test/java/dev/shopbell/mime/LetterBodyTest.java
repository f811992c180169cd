package dev.shopbell.mime;

import static dev.shopbell.mime.SampleLetters.DATE;
import static dev.shopbell.mime.ShopLetters.HELLO;
import static dev.shopbell.mime.ShopLetters.ON_BEHALF;
import static dev.shopbell.mime.ShopLetters.PLATFORM;
import static dev.shopbell.mime.ShopLetters.assertClean;
import static dev.shopbell.mime.ShopLetters.letter;
import static dev.shopbell.mime.ShopLetters.lines;
import static dev.shopbell.mime.ShopLetters.read;
import static dev.shopbell.mime.ShopLetters.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.internet.MimeMultipart;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What letters say, and the lines they are written in. */
class LetterBodyTest {
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
}
