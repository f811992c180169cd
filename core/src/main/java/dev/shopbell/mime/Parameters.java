package dev.shopbell.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parameters of a MIME field, in any script and length (RFC 2231). */
final class Parameters {
  private static final int LONGEST = 60;
  private static final String HEX = "0123456789ABCDEF";

  private Parameters() {}

  /** The words that say it; a line may be folded between them. */
  static List<String> of(String name, String value) {
    boolean plain = value.chars().allMatch(c -> c >= ' ' && c <= '~') && !value.contains("=?");
    if (plain && value.length() < LONGEST) {
      return List.of(name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }
    List<String> pieces = pieces(value);
    if (pieces.size() == 1) {
      return List.of(name + "*=UTF-8''" + pieces.get(0));
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      String piece = (i == 0 ? "UTF-8''" : "") + pieces.get(i);
      words.add(name + "*" + i + "*=" + piece + (i + 1 < pieces.size() ? ";" : ""));
    }
    return words;
  }

  /** Percent-encoded, cut between characters. */
  private static List<String> pieces(String value) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < value.length(); i = value.offsetByCodePoints(i, 1)) {
      String character = encoded(value.substring(i, value.offsetByCodePoints(i, 1)));
      if (piece.length() + character.length() > LONGEST - 10) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(character);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static String encoded(String character) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.charAt(octet >> 4 & 15)).append(HEX.charAt(octet & 15));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '.'
        || octet == '_';
  }
}
