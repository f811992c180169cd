package dev.shopbell.templates.mustache;

import java.util.Locale;
import java.util.Set;

/** Addresses in attributes. */
final class Addresses {
  private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel", "cid");

  private Addresses() {}

  /** Whether it is an address that runs nothing: of a known scheme, or of none. */
  static boolean isSafe(String address) {
    if (address.startsWith("https://")) {
      return true;
    }
    String text = address.strip();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i <= 6 && SCHEMES.contains(text.substring(0, i).toLowerCase(Locale.ROOT));
      }
      if (c == '/' || c == '?' || c == '#') {
        return true;
      }
      if (c < ' ' || c == 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Writes a character percent-encoded, in UTF-8. */
  static void percent(int c, Sink out) {
    if (c >= 0x10000) {
      octet(0xF0 | c >> 18, out);
      octet(0x80 | (c >> 12 & 0x3F), out);
      octet(0x80 | (c >> 6 & 0x3F), out);
    } else if (c >= 0x800) {
      octet(0xE0 | c >> 12, out);
      octet(0x80 | (c >> 6 & 0x3F), out);
    } else {
      octet(0xC0 | c >> 6, out);
    }
    octet(0x80 | (c & 0x3F), out);
  }

  private static void octet(int octet, Sink out) {
    out.character('%');
    out.character(Ascii.hex(octet >> 4));
    out.character(Ascii.hex(octet & 15));
  }
}
