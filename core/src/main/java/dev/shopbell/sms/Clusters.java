package dev.shopbell.sms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user-perceived characters of a text, as {@code \X} finds them, asked for from left to right.
 * Only those near the indexes asked for are looked at: between two plain characters there is always
 * a border, so that the search may begin there.
 */
final class Clusters {
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private final String text;
  private @Nullable Matcher matcher;
  private int start;
  private int end;

  Clusters(String text) {
    this.text = text;
  }

  /**
   * Where the user-perceived character that reaches over an index begins; the index itself when
   * there is a border.
   *
   * @param at not before that of the last call, and inside the text
   */
  int start(int at) {
    if (at < end) {
      return start;
    }
    end = Math.max(end, plainBorder(at));
    while (end < at) {
      start = end;
      end = characterEnd(end);
    }
    return end == at ? end : start;
  }

  private int characterEnd(int from) {
    if (matcher == null) {
      matcher = CLUSTER.matcher(text);
    }
    return matcher.find(from) ? matcher.end() : text.length();
  }

  /** The last border up to an index that is one whatever else the text holds, or 0. */
  private int plainBorder(int at) {
    int i = at;
    while (i > end && !(isPlain(text.charAt(i - 1)) && isPlain(text.charAt(i)))) {
      i--;
    }
    return i;
  }

  /** Stands alone whatever is beside it: letters, ideographs and signs of common scripts. */
  private static boolean isPlain(char c) {
    if (c < 0x300) {
      return isIn(c, ' ', '~') || (c > 0xA0 && c != 0xA9 && c != 0xAD && c != 0xAE);
    }
    return isIn(c, 0x4E00, 0x9FFF)
        || isIn(c, 0x3400, 0x4DBF)
        || isIn(c, 0x400, 0x482)
        || isIn(c, 0x3041, 0x3096)
        || isIn(c, 0x30A1, 0x30FA)
        || isIn(c, 0xFF01, 0xFF60)
        || isIn(c, 0x3001, 0x3029);
  }

  private static boolean isIn(char c, int first, int last) {
    return c >= first && c <= last;
  }
}
