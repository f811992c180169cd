package dev.shopbell.templates.mustache;

import java.util.Arrays;

/**
 * Makes a value harmless for where it stands. Half a surrogate pair becomes U+FFFD everywhere; but
 * for the specification's own text and for trusted HTML, characters that reorder the text around
 * them are dropped (UAX 9: embeddings, overrides, isolates) and no control character stays.
 */
enum Encoder {
  /** The specification's escaping, which is HTML's, and nothing else. */
  SPECIFICATION(Ascii.html(false), Wide.AS_IS, ""),
  /** Trusted HTML. */
  RAW(Ascii.none(), Wide.AS_IS, ""),
  /** HTML text, and attributes in quotes of either kind. */
  HTML(Ascii.html(true), Wide.CLEAN, "\n"),
  /** A whole address in an attribute. */
  URL(Ascii.url(":/?#[]@!$&'()*+,;=%"), Wide.PERCENT, ""),
  /** A part of an address's path. */
  URL_PATH(Ascii.url("/"), Wide.PERCENT, ""),
  /** A part of an address's query or fragment. */
  URL_QUERY(Ascii.url(""), Wide.PERCENT, ""),
  /** A part of an address that has no path: {@code mailto}, {@code tel}. */
  URL_OPAQUE(Ascii.url("@+"), Wide.PERCENT, ""),
  /** A colour, a length or a word in CSS. */
  CSS(Ascii.none(), Wide.CLEAN, ""),
  /** Between the quotes of a JSON string in a script. */
  JSON_STRING(Ascii.json(), Wide.JSON, ""),
  /** A JSON value in a script. */
  JSON_VALUE(Ascii.json(), Wide.JSON, ""),
  /** Lines of plain text: a line break of any kind becomes a newline. */
  TEXT(Ascii.lines(), Wide.CLEAN, "\n"),
  /** One line: a run of line breaks and control characters becomes one space. */
  LINE(Ascii.line(), Wide.CLEAN, " ");

  private enum Wide {
    AS_IS,
    CLEAN,
    PERCENT,
    JSON
  }

  private static final int REPLACEMENT = 0xFFFD;
  private static final int NEXT_LINE = 0x85;
  private static final String NO_COLOUR = "inherit";
  private static final String NO_ADDRESS = "#";

  @SuppressWarnings("ImmutableEnumChecker") // Written once, by the constructor.
  private final String[] replaced;

  private final Wide wide;
  private final String separator;

  Encoder(String[] replaced, Wide wide, String separator) {
    this.replaced = replaced;
    this.wide = wide;
    this.separator = separator;
  }

  /** Its number among {@link #values}. */
  int id() {
    return Arrays.asList(values()).indexOf(this);
  }

  /** Writes a text for this place. */
  void text(String value, Sink out) {
    switch (this) {
      case URL -> characters(Addresses.isSafe(value) ? value.strip() : NO_ADDRESS, out);
      case CSS -> characters(isCssWord(value) ? value : NO_COLOUR, out);
      case JSON_VALUE -> {
        out.character('"');
        characters(value, out);
        out.character('"');
      }
      default -> characters(value, out);
    }
  }

  /** Writes a number or a boolean, which is harmless wherever text is. */
  void word(String value, Sink out) {
    out.ascii(value);
  }

  private void characters(String value, Sink out) {
    int run = 0;
    int accents = 0;
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < 0x80) {
        String instead = replaced[c];
        if (instead != null) {
          out.part(value, run, i, accents);
          run = i + 1;
          accents = 0;
          special(value, i, instead, out);
        }
      } else if (c >= 0xA0 && c < 0x100 && wide != Wide.PERCENT) {
        accents++;
      } else {
        out.part(value, run, i, accents);
        i = wide(value, i, out);
        run = i + 1;
        accents = 0;
      }
    }
    out.part(value, run, length, accents);
  }

  private void special(String value, int at, String instead, Sink out) {
    boolean isBreak = value.charAt(at) < ' ' || value.charAt(at) == 0x7F;
    boolean isRepeated = isBreak && separator.equals(" ") && at > 0 && isGap(value.charAt(at - 1));
    boolean isHalf =
        value.charAt(at) == '\r'
            && separator.equals("\n")
            && at + 1 < value.length()
            && value.charAt(at + 1) == '\n';
    if (!isRepeated && !isHalf) {
      out.ascii(instead);
    }
  }

  private static boolean isGap(char c) {
    return c == ' ' || Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  /** Writes the character that begins there; the index of its last unit. */
  private int wide(String value, int at, Sink out) {
    int c = value.codePointAt(at);
    int last = at + Character.charCount(c) - 1;
    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
      c = REPLACEMENT;
    }
    switch (wide) {
      case AS_IS -> out.character(c);
      case PERCENT -> Addresses.percent(c, out);
      case CLEAN -> clean(value, at, c, out);
      case JSON -> {
        if (c == 0x2028 || c == 0x2029) {
          String escape = c == 0x2028 ? "\\u2028" : "\\u2029";
          out.ascii(escape);
        } else {
          out.character(c);
        }
      }
    }
    return last;
  }

  private void clean(String value, int at, int c, Sink out) {
    if (c == NEXT_LINE || c == 0x2028 || c == 0x2029) {
      separator(value, at, out);
    } else if (c < 0xA0) {
      if (separator.equals(" ")) {
        separator(value, at, out);
      }
    } else if (c == 0xFFFE || c == 0xFFFF) {
      out.character(REPLACEMENT);
    } else if (!reorders(c)) {
      out.character(c);
    }
  }

  private void separator(String value, int at, Sink out) {
    if (!(separator.equals(" ") && at > 0 && isGap(value.charAt(at - 1)))) {
      out.ascii(separator);
    }
  }

  private static boolean reorders(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** True for what can end no declaration and call nothing. */
  private static boolean isCssWord(String value) {
    return !value.isEmpty()
        && value.length() <= 40
        && value.chars().allMatch(c -> c < 0x80 && (Ascii.isUnreserved(c) || c == '#' || c == '%'));
  }
}
