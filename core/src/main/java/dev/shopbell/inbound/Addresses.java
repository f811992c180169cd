package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mail addresses wherever they stand: in headers, report fields and the words of a server. */
final class Addresses {
  /** What looks like a mailbox; a quoted local part is none in these places. */
  static final Pattern MAILBOX =
      Pattern.compile(
          "[^\\s<>\"'(),;:@\\[\\]（）：，；、“”<>]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,252}[\\p{L}\\p{N}])?");

  private static final Pattern QUOTED =
      Pattern.compile("\\s*<?(\"[^\"]{1,62}\"@[^\\s<>]{1,255})>?\\s*");
  private static final Pattern ESCAPED = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{1,6})\\}");
  private static final Pattern HIDDEN =
      Pattern.compile("(?i)redact|anonymi[sz]ed|x{4,}|\\*{2,}|\\[|unknown|undisclosed");

  private Addresses() {}

  /** Every mailbox in a text, as it is written. */
  static Stream<String> all(String text) {
    Matcher found = MAILBOX.matcher(text);
    return Stream.generate(() -> found.find() ? found.group() : "")
        .takeWhile(address -> !address.isEmpty());
  }

  /** The first mailbox in a text that is a valid address. */
  static Optional<EmailAddress> first(String text) {
    return all(text).flatMap(address -> read(address).stream()).findFirst();
  }

  /** The address, when the text is one. */
  static Optional<EmailAddress> read(String text) {
    String bare = text.replaceAll("^[\\s<']+|[\\s>'\".]+$", "");
    try {
      return bare.isEmpty() ? Optional.empty() : Optional.of(EmailAddress.of(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As {@link #first}, but nothing where a provider has put something else in place of a name. */
  static Optional<EmailAddress> shown(String text) {
    return HIDDEN.matcher(text).find() ? Optional.empty() : first(text);
  }

  /**
   * The mailbox of a report's field, {@code rfc822; ann@shop.example} (RFC 3464, section 2.1.2; RFC
   * 6533 for UTF-8).
   */
  static Optional<EmailAddress> field(String value) {
    int type = value.indexOf(';');
    String kind = type < 0 ? "" : value.substring(0, type).strip();
    if (kind.equalsIgnoreCase("x400") || kind.equalsIgnoreCase("x-x400")) {
      return Optional.empty();
    }
    String address = value.substring(type + 1).replace("+2B", "+").replace("+3D", "=");
    Matcher quoted = QUOTED.matcher(address);
    return quoted.matches()
        ? read(quoted.group(1))
        : first(kind.equalsIgnoreCase("utf-8") ? unescaped(address) : address);
  }

  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            hit -> {
              int code = Integer.parseInt(hit.group(1), 16);
              String shown = Character.isValidCodePoint(code) ? Character.toString(code) : "?";
              return Matcher.quoteReplacement(shown);
            });
  }

  /** Names the recipients of one mailbox alike, however its letters are written. */
  static boolean same(EmailAddress a, EmailAddress b) {
    return a.domain().equals(b.domain()) && a.local().equalsIgnoreCase(b.local());
  }
}
