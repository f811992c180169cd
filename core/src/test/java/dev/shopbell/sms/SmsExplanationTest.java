package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.sms.SmsExplanation.Pushed;
import dev.shopbell.sms.SmsExplanation.Replacement;
import dev.shopbell.sms.SmsExplanation.Saving;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("sms-07")
class SmsExplanationTest {
  private static final String FILL = "x".repeat(70);

  @Test
  void namesTheCharacterThatForcedUcs2() {
    SmsExplanation explanation = explain("gsm", "Comanda este gată!" + FILL);

    assertThat(explanation.encoding()).isEqualTo(SmsEncoding.UCS_2);
    assertThat(explanation.segments()).isEqualTo(2);
    assertThat(explanation.unitsLeft()).isEqualTo(2 * 67 - 88);
    assertThat(explanation.forcedBy()).containsExactly(new SmsCharacter(16, 0x103));
    assertThat(explanation.forcedBy().get(0).code()).isEqualTo("U+0103");
    assertThat(explanation.forcedBy().get(0).name()).isEqualTo("LATIN SMALL LETTER A WITH BREVE");
    assertThat(explanation.words().lines())
        .containsExactly(
            "Two segments: 'ă' at index 16 (U+0103 LATIN SMALL LETTER A WITH BREVE) is not in the GSM alphabet, so the whole message is written in UCS-2, in which a segment holds 70 characters instead of 160. It has 88 units: 70 fit in one segment, 67 in each of several. 46 are left in the last.",
            "Segments begin at index 0, 67.",
            "To make it one segment: write 'a' for 'ă' (LATIN SMALL LETTER A WITH BREVE, index 16).",
            "Or, to make it one segment: shorten it by 18 units.");
  }

  @Test
  void namesEachBorderThatPushedAPair() {
    SmsExplanation explanation = explain("gsm", "a".repeat(152) + "€" + "b".repeat(152));

    assertThat(explanation.pushed()).containsExactly(new Pushed(1, new SmsCharacter(152, 0x20AC)));
    assertThat(explanation.unitsLeft()).isEqualTo(152);
    assertThat(explanation.words())
        .contains("Three segments: every character is in the GSM alphabet")
        .contains("'€' at index 152 takes two, and they cannot be parted.")
        .contains("To make it two segments: shorten it by one septet.");
  }

  @Test
  void proposesTheReplacementsThatAreNeededTogether() {
    SmsExplanation explanation = explain("gsm", "It’s “here”" + FILL);

    assertThat(explanation.savings())
        .containsExactly(
            new Saving(
                1,
                1,
                List.of(
                    new Replacement(new SmsCharacter(2, 0x2019), List.of(2), "'"),
                    new Replacement(new SmsCharacter(5, 0x201C), List.of(5), "\""),
                    new Replacement(new SmsCharacter(10, 0x201D), List.of(10), "\""))));
  }

  @Test
  void proposesWhatIsLessNoticedFirst() {
    String text = "\u200B".repeat(5) + "ă" + "x".repeat(65);

    assertThat(explain("gsm", text).savings())
        .containsExactly(
            new Saving(
                1,
                1,
                List.of(new Replacement(new SmsCharacter(0, 0x200B), List.of(0, 1, 2, 3, 4), ""))));
  }

  @Test
  void proposesNothingThatSavesNothing() {
    assertThat(explain("gsm", "中".repeat(69) + "½").savings()).isEmpty();
    assertThat(explain("gsm", "中".repeat(69) + "½").segments()).isEqualTo(1);
    assertThat(explain("gsm", "“中”" + FILL).savings()).isEmpty();
    assertThat(explain("cn", "It’s" + FILL).savings()).isEmpty();
    assertThat(explain("gsm", "It’s").savings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "‘, '''', typographic",
    "–, -, typographic",
    "…, ..., typographic",
    "½, 1/2, typographic",
    "！, !, typographic",
    "Α, A, look-alike",
    "о, o, look-alike",
    "ł, l, letter",
    "ç, c, letter",
    "ế, e, letter"
  })
  void hasATableOfReplacements(String character, String by, String kind) {
    Substitution found = Substitution.of(character.codePointAt(0)).orElseThrow();

    assertThat(found.replacement()).isEqualTo(by);
    assertThat(found.kind().name()).isEqualToIgnoringCase(kind.replace('-', '_'));
  }

  @Test
  void replacesOnlyByWhatTheAlphabetHas() {
    SmsSegmentCalculator gsm = SmsSegmentCalculator.of(SmsProfile.named("gsm"));
    for (int c = 0; c < 0x10000; c++) {
      Substitution.of(c)
          .ifPresent(
              each -> assertThat(gsm.encoding(each.replacement())).isEqualTo(SmsEncoding.GSM_7));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {'中', 'a', 'é', '€', '\n', 0x1F600})
  void proposesNothingForWhatMeansItself(int codePoint) {
    assertThat(Substitution.of(codePoint).map(Substitution::replacement))
        .satisfiesAnyOf(it -> assertThat(it).isEmpty(), it -> assertThat(it).hasValue("e"));
  }

  @Test
  void saysWhatTheMessageCostsWithoutWhatCannotBeReplaced() {
    assertThat(explain("gsm", "Hi \uD83D\uDE00" + FILL).words())
        .contains("'\uD83D\uDE00' at index 3 (U+1F600 GRINNING FACE) is not in the GSM alphabet")
        .contains("Without '\uD83D\uDE00' it would be one segment.");
  }

  @Test
  void saysThatEveryCharacterCountsOneWhereItDoes() {
    assertThat(explain("cn", "7".repeat(75)).forcedBy()).isEmpty();
    assertThat(explain("cn", "7".repeat(75)).words())
        .startsWith("Two segments: with profile cn every character counts one")
        .contains("It has 75 units: 70 fit in one segment, 67 in each of several.")
        .contains("To make it one segment: shorten it by five units.");
  }

  @Test
  void saysWhereWhatIsChargedIsNotWhatGoesOut() {
    String text = "中".repeat(66) + "\uD83D\uDE00" + "文".repeat(66);

    assertThat(explain("cn", text).segments()).isEqualTo(3);
    assertThat(explain("cn", text).words().lines())
        .containsExactly(
            "Two segments are charged, as this provider divides units by capacity: with profile cn every character counts one, be it Chinese, a digit or a space (an emoji is two or more). It has 134 units: 70 fit in one segment, 67 in each of several. None is left in the last that is charged.",
            "Phones cut it into three segments, since no character may be cut: 66 are left in the last.",
            "Segment 1 ends one unit early: '\uD83D\uDE00' at index 66 takes two, and they cannot be parted.",
            "Segments begin at index 0, 66, 133.",
            "To be charged one segment: shorten it by 64 units.");
  }

  @Test
  void proposesWhatMovesTheCharge() {
    String text = "中".repeat(66) + "\uD83D\uDE00" + "文".repeat(67);

    assertThat(explain("cn", text).words())
        .startsWith("Three segments: ")
        .contains("To be charged two segments: shorten it by one unit.");
  }

  @Test
  void saysThatASplitThatKeepsWholeCharactersHasOtherBorders() {
    String text = "中".repeat(66) + "e\u0301" + "文".repeat(20);

    assertThat(explain("gsm", text).words())
        .contains(
            "Segments begin at index 0, 67 by the strict count; split, which keeps whole characters, has others.");
    assertThat(explain("gsm", "中".repeat(90)).words()).contains("Segments begin at index 0, 67.");
  }

  @ParameterizedTest
  @CsvSource({
    "3400, CJK UNIFIED IDEOGRAPH-3400",
    "4E2D, CJK UNIFIED IDEOGRAPH-4E2D",
    "20000, CJK UNIFIED IDEOGRAPH-20000",
    "30000, CJK UNIFIED IDEOGRAPH-30000",
    "F900, CJK COMPATIBILITY IDEOGRAPH-F900",
    "2F800, CJK COMPATIBILITY IDEOGRAPH-2F800",
    "17000, TANGUT IDEOGRAPH-17000",
    "AC00, HANGUL SYLLABLE GA",
    "C544, HANGUL SYLLABLE A",
    "D55C, HANGUL SYLLABLE HAN",
    "D7A3, HANGUL SYLLABLE HIH",
    "E000, <private-use-E000>",
    "10FFFD, <private-use-10FFFD>",
    "0378, <reserved-0378>",
    "FFFF, <noncharacter-FFFF>",
    "1F600, GRINNING FACE"
  })
  void namesCharactersAsUnicodeDoes(String code, String name) {
    assertThat(new SmsCharacter(0, Integer.parseInt(code, 16)).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"0, U+0000, NULL", "27, U+001B, ESCAPE", "55296, U+D800, LONE SURROGATE"})
  void namesWhatCannotBeShown(int character, String code, String name) {
    assertThat(explain("gsm", Character.toString((char) character)).words())
        .startsWith("One segment: %s at index 0 (%s) is not in".formatted(code, name));
  }

  @Test
  void saysThatAnEmptyTextCannotBeSent() {
    assertThat(explain("gsm", "").words())
        .isEqualTo("No segments: the text is empty, and an empty message cannot be sent.");
    assertThat(explain("gsm", "").unitsLeft()).isEqualTo(160);
  }

  @Test
  void saysWhyTheProviderRefusesIt() {
    assertThat(explain("cn", "中".repeat(501)).words())
        .contains("The provider refuses it: at most 500 characters are taken, and it has 501.");
    assertThat(explain("gsm", "a".repeat(39_016)).words())
        .contains("The provider refuses it: at most 255 segments go out as one message.");
  }

  @Test
  void isShortOfTenMegabytes() {
    SmsExplanation explanation = explain("gsm", "中".repeat(10_000_000));

    assertThat(explanation.forcedBy()).hasSize(20_000);
    assertThat(explanation.words()).hasSizeLessThan(2_000);
  }

  @Test
  void namesWhatTheNearestTablesHaveNot() {
    assertThat(explain("gsm-national", "क中").forcedBy())
        .containsExactly(new SmsCharacter(1, 0x4E2D));
  }

  private static SmsExplanation explain(String profile, String text) {
    return SmsSegmentCalculator.of(SmsProfile.named(profile)).explain(text);
  }
}
