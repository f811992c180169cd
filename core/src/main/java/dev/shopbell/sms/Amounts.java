package dev.shopbell.sms;

import java.util.Locale;

/** Numbers in English sentences: words up to ten, digits from there on. */
final class Amounts {
  private static final String[] NUMBERS = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"
  };

  private Amounts() {}

  static String number(int count) {
    return count < NUMBERS.length ? NUMBERS[count] : String.format(Locale.ROOT, "%,d", count);
  }

  static String segments(int count) {
    return number(count) + (count == 1 ? " segment" : " segments");
  }

  static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
