package dev.shopbell.identity;

import dev.shopbell.internal.Texts;
import java.util.Locale;

/** What this package says to merchants: a sentence for each constant of its enums. */
final class Sentences {
  private static final Texts TEXTS = Texts.of(Sentences.class, "sender");

  private Sentences() {}

  /** The sentence of a constant: {@code SenderReason.OWN_SERVER}. */
  static String of(Enum<?> constant, Locale locale) {
    return TEXTS.text(locale, constant.getDeclaringClass().getSimpleName() + "." + constant.name());
  }
}
