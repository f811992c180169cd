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

  /** Writes a part of the template itself. */
  abstract void text(Text text);

  /**
   * Writes a part of a text that is all ISO 8859-1.
   *
   * @param accents how many of its characters are not ASCII
   */
  abstract void part(String text, int from, int to, int accents);

  /** Writes a text that is all ASCII. */
  final void ascii(String text) {
    part(text, 0, text.length(), 0);
  }

  /** Writes one character, no half of a pair. */
  abstract void character(int codePoint);

  /** Gives back what it borrowed; it is not used any more. */
  abstract void close();
}
