package dev.shopbell.templates.mustache;

/** Where a rendering goes; it ends the rendering when there is too much. */
abstract class Sink {
  /** Says that there is too much; the renderer turns it into an error at its place. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("the output is full", null, false, false);
    }
  }

  /** The room asked for at first, and at most: one more byte is too much. */
  static int room(int wanted, int most) {
    return Math.max(16, Math.min(wanted, most));
  }

  /** Writes a part of the template itself. */
  abstract void text(Text text);

  /** Writes a part of a text that is all ASCII. */
  abstract void ascii(String text, int from, int to);

  /** Writes one character, no half of a pair. */
  abstract void character(int codePoint);
}
