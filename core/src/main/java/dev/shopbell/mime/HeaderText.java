package dev.shopbell.mime;

import dev.shopbell.identity.NamedAddress;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text in a header: as it is where it is plain ASCII, otherwise as encoded words (RFC 2047), never
 * splitting a character, no line of them longer than 76 octets.
 */
final class HeaderText {
  private static final int LINE = 76;
  private static final int AROUND = "=?UTF-8?B??=".length();
  private static final String ATOMS = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+";

  private HeaderText() {}

  /** The value of a header of free text, folded, without the header's name. */
  static String unstructured(String name, String text) {
    int used = name.length() + 2;
    return isPlain(text) ? MimeUtility.fold(used, text) : encoded(text, used);
  }

  /** The value of a header of one mailbox with its display name. */
  static String mailbox(String name, NamedAddress mailbox) {
    String words = phrase(mailbox.name(), name.length() + 2);
    String address = "<" + mailbox.address().value() + ">";
    int lastLine = words.length() - words.lastIndexOf('\n') + name.length() + 2;
    return words + (lastLine + address.length() > LINE ? "\r\n " : " ") + address;
  }

  private static String phrase(String text, int used) {
    if (!isPlain(text)) {
      return encoded(text, used);
    }
    return text.matches(ATOMS)
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Plain ASCII that nobody takes for an encoded word, without white space at its ends. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 127)
        && !text.contains("=?")
        && !text.contains("  ")
        && text.strip().equals(text);
  }

  private static String encoded(String text, int used) {
    StringBuilder words = new StringBuilder();
    StringBuilder chunk = new StringBuilder();
    int room = octets(LINE - used);
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      String character = text.substring(i, text.offsetByCodePoints(i, 1));
      if (utf8(chunk + character).length > room) {
        words.append(word(chunk)).append("\r\n ");
        chunk.setLength(0);
        room = octets(LINE - 1);
      }
      chunk.append(character);
    }
    return words.append(word(chunk)).toString();
  }

  /** How many octets of text an encoded word on so much of a line can hold. */
  private static int octets(int line) {
    return (line - AROUND) / 4 * 3;
  }

  private static String word(CharSequence chunk) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(utf8(chunk.toString())) + "?=";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
