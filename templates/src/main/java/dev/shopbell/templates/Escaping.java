package dev.shopbell.templates;

/**
 * Makes a value harmless for where it stands. In every place an unpaired surrogate becomes U+FFFD,
 * and characters that reorder the text around them are dropped (UAX 9: embeddings, overrides,
 * isolates).
 */
enum Escaping {
  /** One line: a run of line breaks and control characters becomes one space. */
  LINE {
    @Override
    void control(int c, StringBuilder out) {
      if (out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
  },

  /** Lines of text: a line break of any kind becomes a newline, other controls are dropped. */
  TEXT {
    @Override
    void control(int c, StringBuilder out) {
      if (c == '\t') {
        out.append(' ');
      } else if (c == '\n' || c == '\r' || c == NEXT_LINE || isSeparator(c)) {
        out.append('\n');
      }
    }
  },

  /** HTML text, and attributes in quotes of either kind. */
  HTML {
    @Override
    void control(int c, StringBuilder out) {
      TEXT.control(c, out);
    }

    @Override
    void visible(int c, StringBuilder out) {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.appendCodePoint(c);
      }
    }
  };

  private static final int NEXT_LINE = 0x85;
  private static final int REPLACEMENT = 0xFFFD;

  /** What becomes of a control character or a line separator. */
  abstract void control(int c, StringBuilder out);

  /** What becomes of any other character. */
  void visible(int c, StringBuilder out) {
    out.appendCodePoint(c);
  }

  /** The value as it may stand there. */
  final String apply(String value) {
    StringBuilder out = new StringBuilder(value.length() + 16);
    String text = value.replace("\r\n", "\n");
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      character(text.codePointAt(i), out);
    }
    return out.toString();
  }

  private void character(int c, StringBuilder out) {
    if (Character.isISOControl(c) || isSeparator(c)) {
      control(c, out);
    } else if (isNoCharacter(c)) {
      out.appendCodePoint(REPLACEMENT);
    } else if (!reorders(c)) {
      visible(c, out);
    }
  }

  private static boolean isSeparator(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  /** Half a surrogate pair, or one of the two that XML 1.0 has no place for. */
  private static boolean isNoCharacter(int c) {
    return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || c == 0xFFFE
        || c == 0xFFFF;
  }

  private static boolean reorders(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
