package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/** What a server's note to people says of one recipient: from its address on. */
final class Notices {
  private static final int LONGEST = 1_000;

  private Notices() {}

  static String about(String note, Optional<EmailAddress> address) {
    String name = address.map(EmailAddress::value).orElse("").toLowerCase(Locale.ROOT);
    int at = name.isEmpty() ? -1 : note.toLowerCase(Locale.ROOT).indexOf(name);
    int from = Math.max(at, 0);
    return note.substring(from, Math.min(note.length(), from + LONGEST));
  }
}
