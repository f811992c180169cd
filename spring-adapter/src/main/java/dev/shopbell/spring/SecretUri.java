package dev.shopbell.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A transport URI exactly as the host wrote it. Any text is one, so that binding never fails and
 * never shows a rejected value; whether it can be read is asked when the notifier is made. It does
 * not print.
 */
final class SecretUri {
  private static final Pattern BEGINNING =
      Pattern.compile("\\s*([a-zA-Z][a-zA-Z0-9+.-]*://|[a-zA-Z]+\\s*\\()");

  private final String text;

  private SecretUri(String text) {
    this.text = text;
  }

  /** Found and called by Boot's conversion of text, for which it must be public. */
  public static SecretUri of(String text) {
    return new SecretUri(text);
  }

  /** The URI with its secret. For the notifier's builder alone. */
  String reveal() {
    return text;
  }

  /**
   * The URIs in it: several, when the whole list was written as one text with commas. A comma parts
   * two of them only outside brackets and before what begins a URI, since a secret may hold one.
   */
  List<SecretUri> parts() {
    List<SecretUri> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0 && beginsAt(i + 1)) {
        parts.add(of(text.substring(from, i)));
        from = i + 1;
      }
    }
    parts.add(of(text.substring(from)));
    return parts;
  }

  private boolean beginsAt(int index) {
    return BEGINNING.matcher(text).region(index, text.length()).lookingAt();
  }

  @Override
  public String toString() {
    return "***";
  }
}
