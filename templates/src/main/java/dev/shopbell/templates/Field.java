package dev.shopbell.templates;

import dev.shopbell.templates.engine.Medium;
import java.util.Locale;

/** The parts of what a notice says; each stands in the resources under its name in lower case. */
enum Field {
  SUBJECT(Medium.HEADER),
  PREHEADER(Medium.HEADER),
  HTML(Medium.HTML),
  TEXT(Medium.TEXT),
  SMS(Medium.SMS);

  private final Medium medium;

  Field(Medium medium) {
    this.medium = medium;
  }

  /** What it is rendered for. */
  Medium medium() {
    return medium;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
