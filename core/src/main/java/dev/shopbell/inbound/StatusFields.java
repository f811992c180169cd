package dev.shopbell.inbound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of a report in groups (RFC 3464, section 2.1; RFC 5965, section 3): the message's, and
 * then each recipient's. Names are in lower case. Reads what is nearly right too: groups that are
 * not parted, or parted where they should not be.
 */
record StatusFields(Map<String, String> message, List<Map<String, String>> recipients) {
  private static final int MOST = 1_000;

  static StatusFields read(String text) {
    Map<String, String> message = new HashMap<>();
    List<Map<String, String>> recipients = new ArrayList<>();
    Map<String, String> group = new HashMap<>();
    for (String line : text.replaceAll("\\r?\\n[ \\t]+(?=\\S)", " ").split("\\r?\\n", -1)) {
      int colon = line.indexOf(':');
      if (line.isBlank()) {
        close(group, message, recipients);
        group = new HashMap<>();
      } else if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (name.equals("final-recipient") && group.containsKey(name)) {
          close(group, message, recipients);
          group = new HashMap<>();
        }
        group.putIfAbsent(name, line.substring(colon + 1).strip());
      }
    }
    close(group, message, recipients);
    return new StatusFields(message, recipients);
  }

  private static void close(
      Map<String, String> group,
      Map<String, String> message,
      List<Map<String, String>> recipients) {
    boolean named = group.containsKey("final-recipient") || group.containsKey("original-recipient");
    if (named && recipients.size() < MOST) {
      recipients.add(group);
    } else if (!recipients.isEmpty()) {
      group.forEach(recipients.get(recipients.size() - 1)::putIfAbsent);
    } else {
      group.forEach(message::putIfAbsent);
    }
  }
}
