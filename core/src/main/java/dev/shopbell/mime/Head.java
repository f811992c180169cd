package dev.shopbell.mime;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.Text;
import dev.shopbell.transport.Addressee;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Header fields, folded at 78 octets where they can be and never over 998 (RFC 5322, section
 * 2.1.1). Nothing that holds a line break, NUL or another control character goes in.
 */
final class Head {
  private static final int LINE = 78;

  /** From here on a word of text goes out encoded, which can be folded. */
  private static final int LONG_WORD = 70;

  private static final int LONGEST_WORD = 950;
  private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+");

  private final Octets out;
  private int column;
  private boolean fresh;
  private boolean utf8;

  Head(Octets out) {
    this.out = out;
  }

  /** How many octets stand in this line. */
  int column() {
    return column;
  }

  /** True when a mailbox in it is not ASCII (RFC 6532). */
  boolean needsUtf8() {
    return utf8;
  }

  /** A field of ASCII words with single spaces between. */
  void field(String name, String value) {
    begin(name);
    words(value);
    end();
  }

  /** A field of free text, in any script. */
  void text(String name, String text) {
    begin(name);
    freely(text, LONG_WORD);
    end();
  }

  /** As {@link #text}, but a long word of ASCII stays as it is: a machine may read it. */
  void token(String name, String text) {
    begin(name);
    freely(text, LONGEST_WORD);
    end();
  }

  void mailbox(String name, EmailAddress mailbox) {
    mailboxes(name, List.of(Addressee.of(mailbox)));
  }

  void mailboxes(String name, List<Addressee> mailboxes) {
    begin(name);
    for (int i = 0; i < mailboxes.size(); i++) {
      mailbox(mailboxes.get(i), i + 1 < mailboxes.size() ? "," : "");
    }
    end();
  }

  private void mailbox(Addressee mailbox, String after) {
    String address = mailbox.address().value();
    utf8 |= !mailbox.address().isAscii();
    if (mailbox.name().isEmpty()) {
      put(address + after);
    } else {
      phrase(mailbox.name());
      put("<" + address + ">" + after);
    }
  }

  private void phrase(String name) {
    String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
    if (isPlain(name) && ATOMS.matcher(name).matches()) {
      freely(name, LONG_WORD);
    } else if (isPlain(name) && quoted.length() < LONG_WORD) {
      put('"' + quoted + '"');
    } else {
      new EncodedWords(checked(name)).writeTo(this);
    }
  }

  private void freely(String text, int longest) {
    if (isPlain(text) && longestWord(text) < longest) {
      words(text);
    } else if (!text.isEmpty()) {
      new EncodedWords(checked(text)).writeTo(this);
    }
  }

  private void words(String value) {
    int from = 0;
    for (int to = value.indexOf(' '); to >= 0; to = value.indexOf(' ', from)) {
      put(value.substring(from, to));
      from = to + 1;
    }
    put(value.substring(from));
  }

  /** Plain ASCII that nobody takes for an encoded word, with single spaces inside alone. */
  private static boolean isPlain(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && space)) {
        return false;
      }
      space = c == ' ';
    }
    return !space && !text.contains("=?");
  }

  private static int longestWord(String text) {
    int longest = 0;
    int from = 0;
    for (int to = text.indexOf(' '); to >= 0; to = text.indexOf(' ', from)) {
      longest = Math.max(longest, to - from);
      from = to + 1;
    }
    return Math.max(longest, text.length() - from);
  }

  void begin(String name) {
    out.text(checked(name)).write(':');
    column = name.length() + 1;
    fresh = true;
  }

  void end() {
    out.crlf();
  }

  /** Ends the field's line and goes on in the next. */
  void fold() {
    out.crlf();
    column = 0;
    fresh = true;
  }

  /** One word that cannot be folded, on this line or, where it does not fit, on the next. */
  void put(String word) {
    int octets = octets(checked(word));
    if (!fresh && column + 1 + octets > LINE) {
      fold();
    }
    out.write(' ');
    out.text(word);
    column += 1 + octets;
    fresh = false;
  }

  private static int octets(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return word.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return word.length();
  }

  /** What the values' own types refuse is refused here again: a header is worth two locks. */
  private static String checked(String text) {
    int at = Text.firstBreak(text);
    if (at >= 0) {
      throw new IllegalArgumentException(
          "a header would hold U+%04X: line breaks and control characters are not allowed"
              .formatted((int) text.charAt(at)));
    }
    return text;
  }
}
