package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.NamedAddress;
import jakarta.mail.internet.MimeUtility;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
  private static final EmailAddress HI = EmailAddress.of("hi@shop.example");

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "Your order, 1001: paid!", "a = b?", "(x) <y> \"z\" \\"})
  void leavesPlainTextAsItIs(String text) {
    assertThat(HeaderText.unstructured("Subject", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "茶,=?UTF-8?B?6Iy2?=",
    "=?UTF-8?Q?x?=,=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?=",
    "'a  b',=?UTF-8?B?YSAgYg==?=",
    "' a',=?UTF-8?B?IGE=?=",
  })
  void encodesWhatWouldNotArriveAsItIs(String text, String encoded) {
    assertThat(HeaderText.unstructured("Subject", text)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann's Tea  | Ann's Tea <hi@shop.example>
          Tea & Co.  | "Tea & Co." <hi@shop.example>
          a,b        | "a,b" <hi@shop.example>
          a"b\\c      | "a\\"b\\\\c" <hi@shop.example>
          a@b        | "a@b" <hi@shop.example>
          茶          | =?UTF-8?B?6Iy2?= <hi@shop.example>
          """)
  void quotesAPlainNameWhereItMust(String name, String header) {
    assertThat(HeaderText.mailbox("From", new NamedAddress(name, HI))).isEqualTo(header);
  }

  @Test
  void keepsEncodedWordsTo76OctetsALineAndSplitsNoCharacter() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder("茶");
      for (int n = random.nextInt(0, 300); n > 0; n--) {
        text.append(new String[] {"a", "é", "茶", "🍵"}[random.nextInt(4)]);
      }
      String header = "Subject: " + HeaderText.unstructured("Subject", text.toString());
      StringBuilder decoded = new StringBuilder();
      for (String line : header.split("\r\n", -1)) {
        assertThat(line).hasSizeLessThanOrEqualTo(76);
        decoded.append(MimeUtility.decodeWord(line.replaceFirst("^(Subject:)? ", "")));
      }
      assertThat(decoded).hasToString(text.toString());
    }
  }

  @Test
  void foldsBeforeAMailboxThatWouldMakeTheLineTooLong() {
    EmailAddress longer = EmailAddress.of("x".repeat(50) + "@shop.example");

    assertThat(HeaderText.mailbox("From", new NamedAddress("Ann's Tea of Hangzhou", longer)))
        .isEqualTo("Ann's Tea of Hangzhou\r\n <" + longer.value() + ">");
    assertThat(HeaderText.mailbox("From", new NamedAddress("A", HI)))
        .isEqualTo("A <hi@shop.example>");
  }
}
