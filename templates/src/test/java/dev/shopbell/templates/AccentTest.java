package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {
  private static final Random RANDOM = new Random(20261122);

  @Test
  void theTextOnAnyColourCanBeRead() {
    for (int i = 0; i < 20_000; i++) {
      String colour = "#%06x".formatted(RANDOM.nextInt(0x1000000));
      String text = Accent.textOn(colour);

      assertThat(Accent.contrast(text, colour)).as(colour).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void aButtonsWhiteLabelCanBeReadWhateverTheColour() {
    for (int i = 0; i < 20_000; i++) {
      String colour = "#%06x".formatted(RANDOM.nextInt(0x1000000));

      assertThat(Accent.contrast(Accent.button(colour), "#ffffff"))
          .as(colour)
          .isGreaterThanOrEqualTo(4.5);
    }
    assertThat(Accent.button("#c8102e")).isEqualTo("#c8102e");
    assertThat(Accent.button("#ffd400")).isEqualTo("#222222");
  }

  @Test
  void theTextIsTheBetterOfBlackAndWhite() {
    for (int grey = 0; grey < 256; grey++) {
      String colour = "#%1$02x%1$02x%1$02x".formatted(grey);
      double chosen = Accent.contrast(Accent.textOn(colour), colour);

      assertThat(chosen)
          .isEqualTo(
              Math.max(Accent.contrast("#000000", colour), Accent.contrast("#ffffff", colour)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {View.LIGHT_CARD, View.DARK_CARD})
  void theEdgeOfAButtonIsSeenWhateverItsColour(String background) {
    for (int i = 0; i < 20_000; i++) {
      String colour = "#%06x".formatted(RANDOM.nextInt(0x1000000));
      String edge = Accent.edgeOn(background, colour);

      assertThat(Accent.contrast(edge, background)).as(colour).isGreaterThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "#000000,#ffffff,21",
    "#777777,#ffffff,4.48",
    "#ff0000,#ffffff,4.0",
    "#123456,#123456,1"
  })
  void contrastIsThatOfTheAccessibilityGuidelines(String one, String other, double expected) {
    assertThat(Accent.contrast(one, other)).isCloseTo(expected, within(0.01));
    assertThat(Accent.contrast(other, one)).isEqualTo(Accent.contrast(one, other));
  }
}
