package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.sms.SmsVariable.Characters;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("sms-06")
class SmsBoundsTest {
  private static final String[] ANYTHING = {"a", "中", "\uD83D\uDE00", "€"};

  @ParameterizedTest
  @CsvSource({
    "cn, 【茶】{{name}}您好, 2, 65, ANY, 1, 1",
    "cn, 【茶】{{name}}您好, 2, 66, ANY, 1, 2",
    "gsm, Order {{number}}, 1, 154, BASIC, 1, 1",
    "gsm, Order {{number}}, 1, 155, BASIC, 1, 2",
    "gsm, Order {{number}}, 1, 77, GSM, 1, 1",
    "gsm, Order {{number}}, 1, 78, GSM, 1, 2",
    "gsm, Order {{number}}, 1, 64, ANY, 1, 1",
    "gsm, Order {{number}}, 1, 65, ANY, 1, 2",
    "gsm, 订单{{number}}, 1, 68, BASIC, 1, 1",
    "gsm, 订单{{number}}, 69, 69, BASIC, 2, 2",
    "gsm, {{number}}, 0, 134, ANY, 0, 3",
    "gsm, {{number}}, 0, 133, ANY, 0, 2",
    "gsm-national, {{number}}, 1, 70, ANY, 1, 1"
  })
  void areKnownBeforeRendering(
      String profile,
      String template,
      int shortest,
      int longest,
      Characters characters,
      int fewest,
      int most) {
    SmsVariable name = new SmsVariable("name", shortest, longest, characters);
    SmsVariable number = new SmsVariable("number", shortest, longest, characters);
    SmsBounds bounds = SmsBounds.of(calculator(profile), template, name, number);

    assertThat(bounds.fewest()).isEqualTo(fewest);
    assertThat(bounds.most()).isEqualTo(most);
  }

  @Test
  void areReachedAndNeverPassedByAnyValue() {
    SmsCapacity gsm7 = new SmsCapacity(14, 12, 12);
    SmsCapacity ucs2 = new SmsCapacity(6, 5, 5);
    SmsSegmentCalculator calculator =
        SmsSegmentCalculator.of(
            SmsProfile.builder("small", SmsEncoding.GSM_7).gsm7(gsm7).ucs2(ucs2).build());
    RandomTexts texts = new RandomTexts(3);
    for (int i = 0; i < 300; i++) {
      int longest = texts.below(7);
      int shortest = texts.below(longest + 1);
      String before = texts.next(9).replaceAll("[{}]", "-");
      String after = texts.next(9).replaceAll("[{}]", "-");
      if (before.endsWith("\uD83D") || after.startsWith("\uDE00") || hasLone(before + after)) {
        continue;
      }
      SmsBounds bounds =
          SmsBounds.of(
              calculator,
              before + "{{v}}" + after,
              new SmsVariable("v", shortest, longest, Characters.ANY));
      int[] seen = {Integer.MAX_VALUE, 0};
      every(calculator, before, "", after, shortest, longest, seen);
      assertThat(new int[] {bounds.fewest(), bounds.most()})
          .as("'%s' %d to %d '%s'", before, shortest, longest, after)
          .containsExactly(seen);
    }
  }

  @Test
  void giveTheLongestValueThatKeepsToSoManySegments() {
    SmsBounds bounds =
        SmsBounds.of(
            calculator("cn"),
            "【茶】{{name}}，订单{{number}}已发货",
            new SmsVariable("name", 1, 20, Characters.ANY),
            new SmsVariable("number", 10, 10, Characters.BASIC));

    assertThat(bounds.longest("name", 1)).isEqualTo(OptionalInt.of(70 - 3 - 6 - 10));
    assertThat(bounds.longest("name", 2)).isEqualTo(OptionalInt.of(134 - 3 - 6 - 10));
    assertThat(bounds.longest("name", 0)).isEmpty();
  }

  @Test
  void refuseAPlaceWithoutAVariable() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SmsBounds.of(
                    calculator("gsm"), "{{nmae}}", new SmsVariable("name", 1, 2, Characters.ANY)))
        .withMessage("no variable \"nmae\": did you mean \"name\"? Known: name");
  }

  @Test
  void refuseLengthsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmsVariable("name", 3, 2, Characters.ANY))
        .withMessage(
            "variable name is from 3 to 2 units long: give two lengths from 0 to 40000, the shorter first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmsVariable("name", -1, 2, Characters.ANY));
  }

  private static void every(
      SmsSegmentCalculator calculator,
      String before,
      String value,
      String after,
      int shortest,
      int longest,
      int[] seen) {
    if (value.length() >= shortest) {
      int billed = calculator.billed(before + value + after);
      seen[0] = Math.min(seen[0], billed);
      seen[1] = Math.max(seen[1], billed);
    }
    for (String next : ANYTHING) {
      if (value.length() + next.length() <= longest) {
        every(calculator, before, value + next, after, shortest, longest, seen);
      }
    }
  }

  private static boolean hasLone(String text) {
    return text.codePoints().anyMatch(c -> c <= 0xFFFF && Character.isSurrogate((char) c));
  }

  private static SmsSegmentCalculator calculator(String profile) {
    return SmsSegmentCalculator.of(SmsProfile.named(profile));
  }
}
