package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsSegmentCalculatorTest {
  private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "68, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4"})
  @Tag("sms-01")
  void chargesEveryCharacterAsOneInMainlandChina(int characters, int segments) {
    SmsSegmentCalculator china = calculator("cn");

    assertThat(china.billed("7".repeat(characters))).isEqualTo(segments);
    assertThat(china.billed("中".repeat(characters))).isEqualTo(segments);
    assertThat(china.encoding("7".repeat(characters))).isEqualTo(SmsEncoding.UCS_2);
  }

  @Test
  @Tag("sms-01")
  void chargesByDivisionInMainlandChinaWhereverTheBordersLie() {
    String text = "中".repeat(66) + "\uD83D\uDE00" + "中".repeat(66);

    assertThat(calculator("cn").billed(text)).isEqualTo(2);
    assertThat(calculator("cn").count(text).units()).containsExactly(66, 67, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "gsm, a, 160, 1",
    "gsm, a, 161, 2",
    "gsm, a, 306, 2",
    "gsm, a, 307, 3",
    "gsm, €, 80, 1",
    "gsm, €, 81, 2",
    "gsm, €, 152, 2",
    "gsm, €, 153, 3",
    "gsm, 中, 70, 1",
    "gsm, 中, 71, 2",
    "gsm, 中, 134, 2",
    "gsm, 中, 135, 3",
    "gsm, a, 39015, 255",
    "gsm, a, 39016, 256",
    "gsm, 中, 17085, 255",
    "gsm, 中, 17086, 256",
    "gsm-16bit, a, 304, 2",
    "gsm-16bit, a, 305, 3",
    "gsm-16bit, 中, 132, 2",
    "gsm-16bit, 中, 133, 3",
    "tencent-my, a, 153, 1",
    "tencent-my, a, 154, 2",
    "tencent-my, a, 299, 2",
    "tencent-my, a, 300, 3",
    "tencent-my, 中, 63, 1",
    "tencent-my, 中, 64, 2",
    "tencent-my, 中, 127, 2",
    "tencent-my, 中, 128, 3",
    "tencent-global, a, 161, 2",
    "twilio, a, 161, 2",
    "aliyun-intl, a, 161, 2"
  })
  @Tag("sms-02")
  @Tag("sms-03")
  void fillsSegmentsAsEachProfileSays(String profile, String character, int times, int segments) {
    assertThat(calculator(profile).strict(character.repeat(times))).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"gsm, GSM_7", "tencent-global, GSM_7", "twilio, GSM_7", "aliyun-intl, UCS_2"})
  @Tag("sms-03")
  void writesUcs2WhereAProviderDoesNotListTheFormFeed(String profile, SmsEncoding encoding) {
    assertThat(calculator(profile).encoding("a\fb")).isEqualTo(encoding);
    assertThat(calculator(profile).encoding("|^€{}[]~\\")).isEqualTo(SmsEncoding.GSM_7);
  }

  @Test
  @Tag("sms-02")
  void neverSplitsAnEscapePairAndSaysSo() {
    SmsCount count = calculator("gsm").count("a".repeat(152) + "€" + "b".repeat(152));

    assertThat(count.units()).containsExactly(152, 153, 1);
    assertThat(count.billed()).isEqualTo(3);
  }

  @Test
  @Tag("sms-02")
  void neverSplitsASurrogatePairAndSaysSo() {
    String text = "中".repeat(66) + "\uD83D\uDE00" + "中".repeat(66);

    assertThat(calculator("gsm").count(text).units()).containsExactly(66, 67, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0000", "\u001B", "ç", "\t", "\u2126", "`", "´", "\uD800", "\uDC00", "á", "Α"})
  @Tag("sms-02")
  void takesWhatIsNotInTheAlphabetForUcs2(String text) {
    assertThat(calculator("gsm").count(text))
        .isEqualTo(new SmsCount(SmsEncoding.UCS_2, List.of(1), 1, 1, false));
  }

  @Test
  @Tag("sms-02")
  void countsALoneSurrogateAsOneUnit() {
    String text = "\uDC00" + "中".repeat(68) + "\uD83D";

    assertThat(calculator("gsm").strict(text)).isEqualTo(1);
    assertThat(calculator("gsm").count(text + "\uD83D\uDE00").units()).containsExactly(67, 5);
  }

  @Test
  @Tag("sms-05")
  void cutsNoUserPerceivedCharacterInTheSafeCount() {
    String text = "中".repeat(62) + FAMILY + "中".repeat(60);

    assertThat(calculator("gsm").strict(text)).isEqualTo(2);
    assertThat(calculator("gsm").graphemeSafe(text)).isEqualTo(3);
  }

  @Test
  @Tag("sms-05")
  void cutsACharacterLongerThanASegmentWhereTheStrictBorderIs() {
    String text = "ab" + "e" + "\u0301".repeat(99);

    assertThat(calculator("gsm").strict(text)).isEqualTo(2);
    assertThat(calculator("gsm").graphemeSafe(text)).isEqualTo(3);
  }

  @Test
  @Tag("sms-05")
  void splitsWholeCharactersWhereThatCostsNothing() {
    String text = "中".repeat(62) + FAMILY + "中".repeat(50);

    assertThat(texts(calculator("gsm").split(text)))
        .containsExactly("中".repeat(62), FAMILY + "中".repeat(50));
  }

  @Test
  @Tag("sms-05")
  void splitsInTheFewestSegmentsEvenWhereACharacterMustBeCut() {
    String text = "中".repeat(62) + FAMILY + "中".repeat(64);

    assertThat(calculator("gsm").split(text).parts())
        .extracting(SmsPart::units)
        .containsExactly(67, 67);
  }

  @Test
  @Tag("sms-05")
  void refusesMorePartsThanAHeaderCounts() {
    assertThat(calculator("gsm").split("a".repeat(39_015)).parts()).hasSize(255);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calculator("gsm").split("a".repeat(39_016)))
        .withMessage(
            "text has 39,016 characters, which are 256 segments: at most 255 can be sent as one message, so shorten it or send several");
  }

  @Test
  void countsTenMegabytes() {
    String text = "a€中".repeat(3_500_000);

    assertThat(calculator("gsm").count(text).segments()).isEqualTo(156_717);
    assertThat(calculator("gsm").overLimit(text)).isTrue();
    assertThat(calculator("cn").billed(text)).isEqualTo(156_717);
    assertThatIllegalArgumentException().isThrownBy(() -> calculator("gsm").split(text));
  }

  @ParameterizedTest
  @CsvSource({
    "cn, 500, 501",
    "twilio, 1600, 1601",
    "gsm, 39015, 39016",
    "tencent-global, 2000, 2001",
    "aliyun-intl, 2000, 2001"
  })
  @Tag("sms-03")
  void saysWhenTheProviderTakesNoMore(String profile, int most, int tooMany) {
    assertThat(calculator(profile).overLimit("a".repeat(most))).isFalse();
    assertThat(calculator(profile).overLimit("a".repeat(tooMany))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn", "gsm", "gsm-national", "tencent-my"})
  void countsNothingAsNoSegments(String profile) {
    SmsCount count = calculator(profile).count("");

    assertThat(count.segments() + count.billed() + count.graphemeSafe()).isZero();
    assertThat(calculator(profile).split("").parts()).isEmpty();
  }

  @Test
  void refusesNull() {
    SmsSegmentCalculator gsm = calculator("gsm");
    assertThatNullPointerException().isThrownBy(() -> gsm.billed(null)).withMessage("text");
    assertThatNullPointerException().isThrownBy(() -> gsm.strict(null)).withMessage("text");
    assertThatNullPointerException().isThrownBy(() -> gsm.graphemeSafe(null)).withMessage("text");
    assertThatNullPointerException().isThrownBy(() -> gsm.split(null)).withMessage("text");
    assertThatNullPointerException().isThrownBy(() -> gsm.explain(null)).withMessage("text");
    assertThatNullPointerException().isThrownBy(() -> gsm.count(null)).withMessage("text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cn", "gsm", "gsm-national"})
  void allocatesNothingToCount(String profile) {
    SmsSegmentCalculator calculator = calculator(profile);
    List<String> texts =
        List.of("", "a".repeat(70), "€".repeat(400), "中".repeat(500), "aş".repeat(200), FAMILY);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      int counted = 0;
      for (int i = 0; i < texts.size(); i++) {
        counted += calculator.strict(texts.get(i)) + calculator.billed(texts.get(i));
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
      assertThat(counted).isPositive();
    }
    assertThat(least).isZero();
  }

  private static List<String> texts(SmsSegments segments) {
    return segments.parts().stream().map(SmsPart::text).collect(Collectors.toList());
  }

  private static SmsSegmentCalculator calculator(String profile) {
    return SmsSegmentCalculator.of(SmsProfile.named(profile));
  }
}
