package dev.shopbell.sms;

import java.util.Locale;

/**
 * A character and where it stands.
 *
 * @param index in UTF-16 units, from 0
 * @param codePoint of a supplementary character both halves, of a lone surrogate itself
 */
public record SmsCharacter(int index, int codePoint) {
  static SmsCharacter at(String text, int index) {
    return new SmsCharacter(index, text.codePointAt(index));
  }

  /** {@code U+0103}. */
  public String code() {
    return String.format(Locale.ROOT, "U+%04X", codePoint);
  }

  /**
   * As Unicode names it, ideographs and Hangul syllables by its rules; a label like {@code
   * <private-use-E000>} or, where this Java knows no such character, {@code <reserved-0378>}.
   */
  public String name() {
    return isLoneSurrogate() ? "LONE SURROGATE" : CharacterNames.of(codePoint);
  }

  boolean isLoneSurrogate() {
    return codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
  }

  /** In quotes where it shows by itself, else its code. */
  String shown() {
    int type = Character.getType(codePoint);
    boolean shows =
        type != Character.CONTROL
            && type != Character.FORMAT
            && type != Character.SURROGATE
            && type != Character.UNASSIGNED
            && type != Character.PRIVATE_USE
            && type != Character.NON_SPACING_MARK
            && type != Character.ENCLOSING_MARK
            && !Character.isSpaceChar(codePoint);
    return shows ? "'" + Character.toString(codePoint) + "'" : code();
  }
}
