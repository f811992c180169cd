package dev.shopbell.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The identifier of one delivery. Identifiers sort by the millisecond they were made in.
 *
 * @param value 26 digits and lower-case letters: 10 of time, 16 of chance (80 bits)
 */
public record DeliveryId(String value) {
  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final Pattern FORM = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");

  public DeliveryId {
    Objects.requireNonNull(value, "delivery id");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "delivery id has the wrong form: it is 26 digits and lower-case letters, as SendResult gave it");
    }
  }

  /** A new identifier. */
  public static DeliveryId next(Clock clock, RandomGenerator random) {
    char[] text = new char[26];
    write(clock.millis(), text, 0, 10);
    write(random.nextLong() & 0xFF_FFFF_FFFFL, text, 10, 8);
    write(random.nextLong() & 0xFF_FFFF_FFFFL, text, 18, 8);
    return new DeliveryId(new String(text));
  }

  /** The least identifier of a millisecond: all that were made before it sort before it. */
  public static DeliveryId first(Instant time) {
    char[] text = new char[26];
    write(time.toEpochMilli(), text, 0, 10);
    Arrays.fill(text, 10, 26, DIGITS[0]);
    return new DeliveryId(new String(text));
  }

  private static void write(long bits, char[] text, int from, int count) {
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = DIGITS[(int) (bits & 31)];
      bits >>>= 5;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
