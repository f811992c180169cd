package dev.shopbell.templates.mustache;

/** What stands for each ASCII character; null where the character itself does. */
final class Ascii {
  private static final int SIZE = 0x80;

  private Ascii() {}

  static String[] none() {
    return new String[SIZE];
  }

  static String[] html(boolean clean) {
    String[] table = clean ? lines() : none();
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
  }

  static String[] lines() {
    String[] table = controls("");
    table['\t'] = " ";
    table['\n'] = null;
    table['\r'] = "\n";
    return table;
  }

  static String[] line() {
    return controls(" ");
  }

  static String[] url(String allowed) {
    String[] table = none();
    for (int c = 0; c < SIZE; c++) {
      if (!isUnreserved(c) && allowed.indexOf(c) < 0) {
        table[c] = "%" + hex(c >> 4) + hex(c & 15);
      }
    }
    if (allowed.indexOf('&') >= 0) {
      table['&'] = "&amp;";
      table['\''] = "&#39;";
    }
    return table;
  }

  static String[] json() {
    String[] table = none();
    for (int c = 0; c < ' '; c++) {
      table[c] = escaped(c);
    }
    for (char c : "<>&'\u007f".toCharArray()) {
      table[c] = escaped(c);
    }
    table['"'] = "\\\"";
    table['\\'] = "\\\\";
    return table;
  }

  /** RFC 3986, 2.3. */
  static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }

  private static String escaped(int c) {
    return "\\u00" + hex(c >> 4) + hex(c & 15);
  }

  private static String[] controls(String instead) {
    String[] table = none();
    for (int c = 0; c < ' '; c++) {
      table[c] = instead;
    }
    table[0x7F] = instead;
    return table;
  }
}
