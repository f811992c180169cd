package dev.shopbell.spring;

import dev.shopbell.delivery.Rate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rates: {@code 14/s}, {@code 100/m}, {@code 5000/h}, {@code 50000/d}. */
final class RateText {
  private static final Pattern RATE = Pattern.compile("([0-9]{1,7})\\s*/\\s*([smhd])");
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS,
          "d", ChronoUnit.DAYS);

  private RateText() {}

  /**
   * The rate.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Rate parse(String text) {
    Matcher rate = RATE.matcher(text.strip());
    if (!rate.matches()) {
      throw new IllegalArgumentException(
          "it is \"" + text + "\": give messages a second, minute, hour or day, as 14/s or 100/m");
    }
    return new Rate(Integer.parseInt(rate.group(1)), Duration.of(1, UNITS.get(rate.group(2))));
  }
}
