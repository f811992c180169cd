package dev.shopbell.templates.mustache;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A part of a template that is the same in every rendering, encoded once. */
final class Text {
  final String string;
  final byte[] utf8;

  /** In ISO 8859-1, as short strings are kept in memory; null when it has other characters. */
  final byte @Nullable [] latin1;

  Text(String source) {
    string = paired(source);
    utf8 = string.getBytes(StandardCharsets.UTF_8);
    if (utf8.length == string.length()) {
      latin1 = utf8;
    } else {
      boolean fits = string.chars().allMatch(c -> c < 0x100);
      latin1 = fits ? string.getBytes(StandardCharsets.ISO_8859_1) : null;
    }
  }

  /** With U+FFFD for half a surrogate pair, so that text and bytes say the same. */
  private static String paired(String source) {
    for (int i = 0; i < source.length(); i++) {
      if (Character.isSurrogate(source.charAt(i))) {
        return source
            .codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return source;
  }
}
