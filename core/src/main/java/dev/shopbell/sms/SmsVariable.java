package dev.shopbell.sms;

import dev.shopbell.internal.Text;
import java.util.Objects;

/**
 * A place of a template whose value is known by its length alone.
 *
 * @param name as it stands in the template between double braces
 * @param shortest in UTF-16 units
 * @param longest in UTF-16 units
 * @param characters what its values may hold
 */
public record SmsVariable(String name, int shortest, int longest, Characters characters) {
  /** What values may hold. */
  public enum Characters {
    /** Letters, digits and signs of one septet each: an order number, an amount. */
    BASIC,
    /** Any of the GSM alphabet and its extension table. */
    GSM,
    /** Anything: a name, a title. */
    ANY
  }

  public SmsVariable {
    Text.line("variable", name, 64);
    Objects.requireNonNull(characters, "characters");
    if (shortest < 0 || longest < shortest || longest > SmsBounds.LONGEST) {
      throw new IllegalArgumentException(
          "variable %s is from %d to %d units long: give two lengths from 0 to %d, the shorter first"
              .formatted(name, shortest, longest, SmsBounds.LONGEST));
    }
  }

  SmsVariable ofLength(int length) {
    return new SmsVariable(name, Math.min(shortest, length), length, characters);
  }
}
