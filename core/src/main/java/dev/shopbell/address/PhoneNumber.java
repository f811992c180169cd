package dev.shopbell.address;

import dev.shopbell.internal.Masks;
import dev.shopbell.internal.Text;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A telephone number in international form (ITU-T E.164). It is not looked up: a well-formed number
 * may still belong to nobody.
 *
 * @param value a plus sign, the country code and the number, 8 to 15 digits, nothing else
 */
public record PhoneNumber(String value) implements Address {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s().-]");

  public PhoneNumber {
    Objects.requireNonNull(value, "phone number");
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "phone number "
              + Masks.digits(value.replaceAll("[^+0-9]", ""))
              + " is not in international form: write + and the country code before it, 8 to 15 digits"
              + " in all");
    }
  }

  /**
   * Reads a number as people write it, with spaces, hyphens, dots and brackets.
   *
   * @throws IllegalArgumentException when it has no country code, or is too long or short
   */
  public static PhoneNumber of(String text) {
    Objects.requireNonNull(text, "phone number");
    return new PhoneNumber(
        PUNCTUATION.matcher(Text.trimmed(text).replace("(0)", "")).replaceAll(""));
  }

  /** Masked: {@code +86138****00}. */
  @Override
  public String toString() {
    return Masks.digits(value);
  }
}
