package dev.shopbell.templates;

/** A colour that a merchant picked, and what can be read on it (WCAG 2.2, relative luminance). */
final class Accent {
  private static final String BLACK = "#000000";
  private static final String WHITE = "#ffffff";
  private static final String INK = "#222222";

  /** What text needs (WCAG 2.2, 1.4.3). */
  private static final double READABLE = 4.5;

  /** Stands out from white by 4.5 and from the dark page by 4.1. */
  private static final String GREY = "#767676";

  /** What a shape needs to stand out from its surroundings (WCAG 2.2, 1.4.11). */
  private static final double VISIBLE = 3;

  private Accent() {}

  /** Black or white, whichever is easier to read on the colour; never less than 4.5 to 1. */
  static String textOn(String colour) {
    return contrast(colour, BLACK) >= contrast(colour, WHITE) ? BLACK : WHITE;
  }

  /** The colour itself where it stands out from both a light and a dark page; else a grey. */
  static String edge(String colour) {
    return edgeOn(View.LIGHT_CARD, colour).equals(colour) ? edgeOn(View.DARK_CARD, colour) : GREY;
  }

  /** The colour itself where it stands out from the background; a grey that does where not. */
  static String edgeOn(String background, String colour) {
    return contrast(colour, background) >= VISIBLE ? colour : GREY;
  }

  /**
   * What a button is filled with, whose label is white: the colour itself where white can be read
   * on it, ink where not. Dark text on a light button would be lost to mail clients that force a
   * dark scheme, since they turn the text and leave the button.
   */
  static String button(String colour) {
    return contrast(colour, WHITE) >= READABLE ? colour : INK;
  }

  /** From 1, the same, to 21, black and white. */
  static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
