package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("sms-03")
class NationalTablesTest {
  @ParameterizedTest
  @CsvSource({
    "SINGLE, tr, ş, 77, 1",
    "SINGLE, tr, ş, 78, 2",
    "SINGLE, tr, ş, 148, 2",
    "SINGLE, tr, ş, 149, 3",
    "LOCKING, tr, ş, 155, 1",
    "LOCKING, tr, ş, 156, 2",
    "LOCKING, tr, ş, 298, 2",
    "LOCKING, tr, ş, 299, 3",
    "BOTH, hi, क०, 50, 1",
    "BOTH, hi, क०, 51, 2",
    "BOTH, hi, क०, 97, 2",
    "BOTH, hi, क०, 98, 3"
  })
  void leaveTheRoomThatTheirHeaderLeaves(
      SmsShift shift, String language, String text, int times, int segments) {
    assertThat(with(shift, language).strict(text.repeat(times))).isEqualTo(segments);
  }

  @Test
  void areNotUsedWhereTheDefaultAlphabetIsAsCheap() {
    SmsCount count = with(SmsShift.BOTH, "pt", "tr").count("^".repeat(80));

    assertThat(count.units()).containsExactly(160);
  }

  @Test
  void areUsedWhereTheySaveASegment() {
    assertThat(with(SmsShift.BOTH, "pt").count("^".repeat(81)).units()).containsExactly(81);
  }

  @Test
  void areChosenByTheFewestTablesThenTheFewestSeptets() {
    assertThat(with(SmsShift.BOTH, "tr").count("ş".repeat(10)).units()).containsExactly(10);
    assertThat(with(SmsShift.SINGLE, "tr").count("ş".repeat(10)).units()).containsExactly(20);
    assertThat(with(SmsShift.BOTH, "hi").count("क०").units()).containsExactly(3);
  }

  @Test
  void neverPartAnEscapePair() {
    String text = "a".repeat(148) + "ş" + "b".repeat(147);

    assertThat(with(SmsShift.SINGLE, "tr").count(text).units()).containsExactly(148, 149);
    assertThat(with(SmsShift.SINGLE, "tr").count(text + "b").units()).containsExactly(148, 149, 1);
  }

  @Test
  void writeUcs2WhenNoTablesHoldEveryCharacter() {
    assertThat(with(SmsShift.SINGLE, "tr").encoding("क")).isEqualTo(SmsEncoding.UCS_2);
    assertThat(with(SmsShift.BOTH, "tr", "hi").encoding("中")).isEqualTo(SmsEncoding.UCS_2);
    assertThat(with(SmsShift.BOTH, "hi", "ta").encoding("कத")).isEqualTo(SmsEncoding.UCS_2);
  }

  @Test
  void helpNothingToWhatTheDefaultAlphabetHolds() {
    assertThat(with(SmsShift.SINGLE, "es").count("mañana").units()).containsExactly(6);
  }

  @Test
  void spanishHasNoLockingTable() {
    assertThat(with(SmsShift.LOCKING, "es").encoding("á")).isEqualTo(SmsEncoding.UCS_2);
    assertThat(with(SmsShift.SINGLE, "es").encoding("á")).isEqualTo(SmsEncoding.GSM_7);
  }

  @ParameterizedTest
  @EnumSource(SmsLanguage.class)
  void holdEachLanguagesOwnLetters(SmsLanguage language) {
    String letters = letters(language);

    for (SmsShift shift : List.of(SmsShift.SINGLE, SmsShift.LOCKING, SmsShift.BOTH)) {
      SmsEncoding encoding = with(shift, language.code()).encoding(letters);
      boolean has =
          shift.single() ? !isIndic(language) || shift.locking() : language != SmsLanguage.SPANISH;
      assertThat(encoding).as(shift.name()).isEqualTo(has ? SmsEncoding.GSM_7 : SmsEncoding.UCS_2);
    }
  }

  /** The Indic single shift tables list '*' and '¡' twice; they are written by the first. */
  @Test
  void haveAsManyCharactersAsTheStandardLists() {
    assertThat(Arrays.stream(SmsLanguage.values()).map(GsmTables::single).map(this::size))
        .containsExactly(17, 19, 37, 80, 68, 86, 71, 80, 73, 74, 75, 75, 88);
    assertThat(
            Arrays.stream(SmsLanguage.values())
                .flatMap(each -> GsmTables.locking(each).stream())
                .map(this::size))
        .containsExactly(127, 127, 114, 120, 127, 120, 120, 116, 110, 102, 120, 127);
    assertThat(size(GsmTables.ALPHABET)).isEqualTo(127);
    assertThat(size(GsmTables.EXTENSION)).isEqualTo(10);
  }

  @Test
  void refuseALanguageThatHasNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmsLanguage.of("tk"))
        .withMessageContaining("language \"tk\" has no national tables: did you mean \"")
        .withMessageContaining("Known: bn, es, gu, hi, kn, ml, or, pa, pt, ta, te, tr, ur");
  }

  private int size(GsmTable table) {
    boolean[] seen = new boolean[128];
    IntStream.range(0, GsmTable.LIMIT)
        .map(c -> table.septet((char) c))
        .filter(septet -> septet >= 0)
        .forEach(septet -> seen[septet] = true);
    return (int) IntStream.range(0, 128).filter(septet -> seen[septet]).count();
  }

  private static boolean isIndic(SmsLanguage language) {
    return language.compareTo(SmsLanguage.PORTUGUESE) > 0;
  }

  private static String letters(SmsLanguage language) {
    return switch (language) {
      case TURKISH -> "ĞğİıŞşç";
      case SPANISH -> "áéíóúÁÍÓÚ";
      case PORTUGUESE -> "ãõâêôáéíóúçÃÕÂÊÔ";
      case BENGALI -> "অআকখগঘ";
      case GUJARATI -> "અઆકખગઘ";
      case HINDI -> "नमस्ते";
      case KANNADA -> "ಅಆಕಖಗಘ";
      case MALAYALAM -> "അആകഖഗഘ";
      case ORIYA -> "ଅଆକଖଗଘ";
      case PUNJABI -> "ਅਆਕਖਗਘ";
      case TAMIL -> "வணக்கம்";
      case TELUGU -> "అఆకఖగఘ";
      case URDU -> "اببپتٹ";
    };
  }

  private static SmsSegmentCalculator with(SmsShift shift, String... languages) {
    return SmsSegmentCalculator.of(
        SmsProfile.named("gsm-national").toBuilder()
            .shift(shift, Arrays.stream(languages).map(SmsLanguage::of).toList())
            .build());
  }
}
