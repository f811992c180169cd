package dev.shopbell.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A letter's header, field by field, and what of it a signature covers. */
final class HeaderFields {
  /**
   * What readers see or act on (RFC 6376, section 5.4.1; RFC 8058, section 4). Fields that servers
   * add or take out are not among them.
   */
  private static final List<String> SIGNED =
      List.of(
          "From",
          "Sender",
          "Reply-To",
          "To",
          "Cc",
          "Subject",
          "Date",
          "Message-ID",
          "In-Reply-To",
          "References",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding",
          "List-Unsubscribe",
          "List-Unsubscribe-Post",
          "Auto-Submitted",
          "Feedback-ID");

  /** Named once more than they are there, so that none can be added. */
  private static final List<String> SEALED = List.of("From", "Subject");

  private final List<Field> fields = new ArrayList<>();

  private record Field(String name, String canonical) {}

  private HeaderFields() {}

  static HeaderFields parse(byte[] head) {
    HeaderFields fields = new HeaderFields();
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int from = 0;
    for (int end = text.indexOf("\r\n"); end >= 0; end = text.indexOf("\r\n", end + 2)) {
      boolean goesOn =
          end + 2 < text.length() && (text.charAt(end + 2) == ' ' || text.charAt(end + 2) == '\t');
      if (!goesOn) {
        fields.add(text.substring(from, end));
        from = end + 2;
      }
    }
    return fields;
  }

  private void add(String field) {
    int colon = field.indexOf(':');
    if (colon > 0) {
      String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      fields.add(new Field(name, relaxed(name, field.substring(colon + 1)) + "\r\n"));
    }
  }

  /**
   * The values of the fields with that name, in lower case; from above, white space drawn together.
   */
  List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(field -> field.canonical().substring(name.length() + 1).stripTrailing())
        .toList();
  }

  /** A field as "relaxed" has it (RFC 6376, section 3.4.2), without its CR LF. */
  static String relaxed(String name, String value) {
    StringBuilder canonical = new StringBuilder(name.length() + value.length() + 3);
    canonical.append(name).append(':');
    boolean space = false;
    boolean some = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ' ' || c == '\t') {
        space = some;
      } else if (c != '\r' && c != '\n') {
        canonical.append(space ? " " : "").append(c);
        space = false;
        some = true;
      }
    }
    return canonical.toString();
  }

  /**
   * The names for {@code h=}, each as often as it is there, and those that are sealed once more.
   */
  List<String> signed() {
    List<String> names = new ArrayList<>();
    for (String name : SIGNED) {
      String lower = name.toLowerCase(Locale.ROOT);
      fields.stream().filter(field -> field.name().equals(lower)).forEach(f -> names.add(name));
      if (SEALED.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** What is signed: of several with one name, the last comes first (section 5.4.2). */
  String canonical() {
    StringBuilder all = new StringBuilder(1_024);
    for (String name : SIGNED) {
      String lower = name.toLowerCase(Locale.ROOT);
      for (int i = fields.size() - 1; i >= 0; i--) {
        if (fields.get(i).name().equals(lower)) {
          all.append(fields.get(i).canonical());
        }
      }
    }
    return all.toString();
  }
}
