package dev.shopbell.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Text as encoded words (RFC 2047), in "B" or "Q", whichever is shorter. No character is split, no
 * word is longer than 75 octets, and no line with one longer than 76.
 */
final class EncodedWords {
  static final int LINE = 76;
  private static final int AROUND = "=?UTF-8?B??=".length();
  private static final int WIDEST_CHARACTER = 12;
  private static final String HEX = "0123456789ABCDEF";

  private final byte[] utf8;
  private final boolean base64;

  EncodedWords(String text) {
    utf8 = text.getBytes(StandardCharsets.UTF_8);
    int quoted = 0;
    for (byte octet : utf8) {
      quoted += width(octet);
    }
    base64 = (utf8.length + 2) / 3 * 4 < quoted;
  }

  /** Hands the words to a line, as many on each as fit. */
  void writeTo(Head head) {
    int from = 0;
    while (from < utf8.length) {
      int room = LINE - head.column() - 1 - AROUND;
      if (room < WIDEST_CHARACTER) {
        head.fold();
        room = LINE - 1 - AROUND;
      }
      int to = end(from, room);
      head.put(word(from, to));
      from = to;
    }
  }

  /** Where the word ends that begins there: the last border of characters that fits. */
  private int end(int from, int room) {
    int end = from;
    int used = 0;
    int octets = base64 ? room / 4 * 3 : room;
    for (int i = from; i < utf8.length; i++) {
      used += base64 ? 1 : width(utf8[i]);
      if (used > octets) {
        return end;
      }
      if (i + 1 == utf8.length || (utf8[i + 1] & 0xC0) != 0x80) {
        end = i + 1;
      }
    }
    return end;
  }

  private String word(int from, int to) {
    StringBuilder word = new StringBuilder(LINE).append("=?UTF-8?").append(base64 ? "B?" : "Q?");
    if (base64) {
      byte[] chunk = Arrays.copyOfRange(utf8, from, to);
      word.append(Base64.getEncoder().encodeToString(chunk));
    } else {
      for (int i = from; i < to; i++) {
        quote(word, utf8[i]);
      }
    }
    return word.append("?=").toString();
  }

  private static void quote(StringBuilder word, byte octet) {
    if (width(octet) == 3) {
      word.append('=').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
    } else {
      word.append(octet == ' ' ? '_' : (char) octet);
    }
  }

  /** What "Q" needs for an octet; as little stays unquoted as a name allows (section 5, rule 3). */
  private static int width(byte octet) {
    boolean plain =
        (octet >= 'a' && octet <= 'z')
            || (octet >= 'A' && octet <= 'Z')
            || (octet >= '0' && octet <= '9')
            || octet == ' '
            || octet == '-'
            || octet == '!'
            || octet == '*'
            || octet == '+'
            || octet == '/';
    return plain ? 1 : 3;
  }
}
