package dev.shopbell.templates;

import java.util.Locale;

/** The parts of what a notice says; each stands in the resources under its name in lower case. */
enum Field {
  SUBJECT(Escaping.LINE),
  PREHEADER(Escaping.LINE),
  HTML(Escaping.HTML),
  TEXT(Escaping.TEXT),
  SMS(Escaping.LINE);

  private final Escaping escaping;

  Field(Escaping escaping) {
    this.escaping = escaping;
  }

  /** What makes a value harmless there. */
  Escaping escaping() {
    return escaping;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
