package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.transport.Addressee;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
  private static final EmailAddress HI = EmailAddress.of("hi@shop.example");

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "Your order, 1001: paid!", "a = b?", "(x) <y> \"z\" \\", ""})
  void leavesPlainTextAsItIs(String text) {
    assertThat(subject(text)).isEqualTo(("Subject: " + text).strip() + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "茶,=?UTF-8?B?6Iy2?=",
    "=?UTF-8?Q?x?=,=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?=",
    "'a  b',=?UTF-8?Q?a__b?=",
    "' a',=?UTF-8?Q?_a?=",
    "A plain sentence with one é,=?UTF-8?Q?A_plain_sentence_with_one_=C3=A9?=",
  })
  void encodesWhatWouldNotArriveAsItIsTheShorterWay(String text, String encoded) {
    assertThat(subject(text)).isEqualTo("Subject: " + encoded + "\r\n");
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
          Crème and sweets, Co | =?UTF-8?Q?Cr=C3=A8me_and_sweets=2C_Co?= <hi@shop.example>
          """)
  void quotesAPlainNameWhereItMust(String name, String header) {
    assertThat(from(new Addressee(name, HI))).isEqualTo("From: " + header + "\r\n");
  }

  @Test
  @Tag("mail-01")
  void keepsEncodedWordsTo76OctetsALineAndSplitsNoCharacter() throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "茶" : "é");
      String[] letters = random.nextBoolean() ? new String[] {"a", "b", "c", "é"} : WIDE;
      for (int n = random.nextInt(0, 300); n > 0; n--) {
        text.append(letters[random.nextInt(4)]);
      }
      String name = random.nextBoolean() ? "Subject" : "X-" + "Long".repeat(17);
      String header = written(head -> head.text(name, text.toString()));
      StringBuilder decoded = new StringBuilder();
      for (String line : header.strip().split("\r\n", -1)) {
        assertThat(line).hasSizeLessThanOrEqualTo(76);
        String word = line.replaceFirst("^(" + name + ":)? ?", "");
        decoded.append(word.isEmpty() ? "" : MimeUtility.decodeWord(word));
      }
      assertThat(decoded).hasToString(text.toString());
    }
  }

  private static final String[] WIDE = {"a", "é", "茶", "🍵"};

  @Test
  @Tag("mail-01")
  void foldsTextAt78OctetsBetweenWords() {
    String header = subject("word ".repeat(40).strip());

    assertThat(header.split("\r\n", -1))
        .hasSizeGreaterThan(2)
        .allMatch(line -> line.length() <= 78);
    assertThat(header.replace("\r\n ", " "))
        .isEqualTo("Subject: " + "word ".repeat(40).strip() + "\r\n");
  }

  @Test
  @Tag("mail-01")
  void encodesAWordThatIsTooLongForALine() throws Exception {
    String header = subject("y".repeat(300));

    assertThat(header.split("\r\n", -1)).allMatch(line -> line.length() <= 76);
    assertThat(MimeUtility.decodeText(header.substring(9).strip())).isEqualTo("y".repeat(300));
  }

  @Test
  void foldsBeforeAMailboxThatWouldMakeTheLineTooLong() {
    EmailAddress longer = EmailAddress.of("x".repeat(50) + "@shop.example");

    assertThat(from(new Addressee("Ann's Tea of Hangzhou", longer)))
        .isEqualTo("From: Ann's Tea of Hangzhou\r\n <" + longer.value() + ">\r\n");
  }

  @Test
  @Tag("mail-01")
  void listsAnyNumberOfMailboxes() throws Exception {
    Addressee[] many = new Addressee[200];
    for (int i = 0; i < many.length; i++) {
      many[i] =
          new Addressee(i % 2 == 0 ? "Ann, " + i : "", EmailAddress.of("ann" + i + "@a.example"));
    }
    String header = from(many);

    assertThat(header.split("\r\n", -1)).allMatch(line -> line.length() <= 78);
    assertThat(InternetAddress.parse(header.substring(6))).hasSize(200);
  }

  @Test
  @Tag("mail-01")
  void writesALocalPartBeyondAsciiInUtf8AndSaysSo() {
    Octets octets = new Octets(64);
    Head head = new Head(octets);
    head.mailbox("To", EmailAddress.of("安@茶.example"));

    assertThat(new String(octets.copy(), StandardCharsets.UTF_8))
        .isEqualTo("To: 安@" + IDN.toASCII("茶") + ".example\r\n");
    assertThat(head.needsUtf8()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\rb", "a\nb", "a\r\nBcc: x@y.example", "a\0b", "茶\n茶", "\u2028", "\uD800"})
  @Tag("sender-02")
  void refusesALineBreakEvenIfNobodyElseHas(String text) {
    List<Consumer<Head>> ways =
        List.of(
            head -> head.text("Subject", text),
            head -> head.token("X-Note", text),
            head -> head.field("Feedback-ID", text),
            head -> head.put(text),
            head -> head.begin(text));
    for (Consumer<Head> way : ways) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> written(way))
          .withMessageContaining("line breaks and control characters are not allowed");
    }
  }

  private static String subject(String text) {
    return written(head -> head.text("Subject", text));
  }

  private static String from(Addressee... mailboxes) {
    return written(head -> head.mailboxes("From", List.of(mailboxes)));
  }

  private static String written(Consumer<Head> field) {
    Octets octets = new Octets(64);
    field.accept(new Head(octets));
    return new String(octets.copy(), StandardCharsets.US_ASCII);
  }
}
