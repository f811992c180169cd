package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random texts against {@link CountOracle}. Ten million of them take some minutes: {@code mvn test
 * -pl core -Dtest=SmsOracleTest -Dsms.oracle.texts=10000000}.
 */
@Tag("sms-02")
@Tag("sms-05")
class SmsOracleTest {
  private static final int TEXTS = Integer.getInteger("sms.oracle.texts", 20_000);
  private static final long SEED = Long.getLong("sms.oracle.seed", 20261122);

  /** Segments so small that every way to cut a text can be tried. */
  private static final SmsCapacity[] SMALL = {
    new SmsCapacity(7, 5, 5),
    new SmsCapacity(6, 3, 5),
    new SmsCapacity(5, 4, 4),
    new SmsCapacity(3, 2, 2),
    new SmsCapacity(8, 6, 7)
  };

  private static final List<SmsSegmentCalculator> REAL =
      List.of("gsm", "gsm-16bit", "tencent-my", "twilio").stream()
          .map(name -> SmsSegmentCalculator.of(SmsProfile.named(name)))
          .toList();

  @Test
  void everyCountAndEverySplitIsTheDefinitionsWhereSegmentsAreSmall() {
    RandomTexts texts = new RandomTexts(SEED);
    List<SmsSegmentCalculator> calculators = small();
    for (int i = 0; i < TEXTS; i++) {
      SmsSegmentCalculator calculator = calculators.get(texts.below(calculators.size()));
      SmsProfile profile = calculator.profile();
      String text = texts.next(16);
      CountOracle oracle = new CountOracle(text, profile.gsm7(), profile.ucs2());
      compare(calculator, text, oracle);
      List<String> parts = calculator.split(text).parts().stream().map(SmsPart::text).toList();
      if (!parts.equals(oracle.split())) {
        fail("split of %s by %s and %s".formatted(escaped(text), profile.gsm7(), profile.ucs2()));
      }
    }
  }

  @Test
  void everyCountIsTheDefinitionsWhereSegmentsAreReal() {
    RandomTexts texts = new RandomTexts(SEED + 1);
    for (int i = 0; i < TEXTS / 50; i++) {
      SmsSegmentCalculator calculator = REAL.get(texts.below(REAL.size()));
      SmsProfile profile = calculator.profile();
      String text = texts.next(400);
      compare(calculator, text, new CountOracle(text, profile.gsm7(), profile.ucs2()));
    }
  }

  private static void compare(SmsSegmentCalculator calculator, String text, CountOracle oracle) {
    SmsCount count = calculator.count(text);
    SmsSegments split = calculator.split(text);
    if ((count.encoding() == SmsEncoding.GSM_7) != oracle.isGsm()
        || calculator.strict(text) != oracle.strict()
        || count.segments() != oracle.strict()
        || count.billed() != oracle.strict()
        || split.parts().size() != oracle.strict()
        || count.graphemeSafe() != oracle.graphemeSafe()) {
      assertThat(count + " " + split)
          .as(escaped(text) + " " + calculator.profile().gsm7() + calculator.profile().ucs2())
          .isEqualTo("strict %s, grapheme-safe %s", oracle.strict(), oracle.graphemeSafe());
    }
    String joined = split.parts().stream().map(SmsPart::text).collect(Collectors.joining());
    if (!joined.equals(text)) {
      fail("parts of " + escaped(text) + " joined are " + escaped(joined));
    }
  }

  private static List<SmsSegmentCalculator> small() {
    List<SmsSegmentCalculator> calculators = new ArrayList<>();
    for (SmsCapacity gsm7 : SMALL) {
      for (SmsCapacity ucs2 : SMALL) {
        calculators.add(
            SmsSegmentCalculator.of(
                SmsProfile.builder("small", SmsEncoding.GSM_7).gsm7(gsm7).ucs2(ucs2).build()));
      }
    }
    return calculators;
  }

  private static String escaped(String text) {
    return text.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining());
  }
}
