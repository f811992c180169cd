package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** What a server's note to people says of one recipient: from its line to the next one listed. */
final class Notices {
  private static final int LONGEST = 1_000;

  private Notices() {}

  /** The words about that recipient; those of the whole note where it is not named. */
  static String about(String note, Optional<EmailAddress> address) {
    String section = address.map(named -> section(note, named.value())).orElse(note);
    return section.length() > LONGEST ? section.substring(0, LONGEST) : section;
  }

  private static String section(String note, String address) {
    int named = note.toLowerCase(Locale.ROOT).indexOf(address.toLowerCase(Locale.ROOT));
    if (named < 0) {
      return note;
    }
    int from = note.lastIndexOf('\n', named) + 1;
    Matcher next = Addresses.MAILBOX.matcher(note);
    int at = named + address.length();
    while (at < note.length() && next.find(at)) {
      if (!next.group().equalsIgnoreCase(address) && isListed(note, next.start())) {
        return note.substring(from, next.start());
      }
      at = next.end();
    }
    return note.substring(from);
  }

  /** True when an address begins its line, as those do that a server lists. */
  private static boolean isListed(String note, int at) {
    int start = note.lastIndexOf('\n', at) + 1;
    return note.substring(start, at).replaceAll("[<\"']", "").isBlank();
  }
}
