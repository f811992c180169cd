package dev.shopbell.cli;

import java.util.Locale;

/** Words that several commands say. */
final class Words {
  private Words() {}

  /** A constant as it stands in JSON and options. */
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
