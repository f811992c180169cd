package dev.shopbell.mime;

import static dev.shopbell.mime.SampleLetters.DATE;
import static dev.shopbell.mime.SampleLetters.MESSAGE_ID;
import static dev.shopbell.mime.ShopLetters.ANN;
import static dev.shopbell.mime.ShopLetters.PIECES;
import static dev.shopbell.mime.ShopLetters.PLATFORM;
import static dev.shopbell.mime.ShopLetters.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.template.EmailContent;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.Header;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No value breaks a header. */
class LetterInjectionTest {
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
}
