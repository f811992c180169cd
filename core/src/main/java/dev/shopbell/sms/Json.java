package dev.shopbell.sms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes one JSON object (RFC 8259). */
final class Json {
  private final StringBuilder out = new StringBuilder();

  Json open() {
    out.append('{');
    return this;
  }

  Json close() {
    out.append('}');
    return this;
  }

  Json name(String name) {
    char last = out.charAt(out.length() - 1);
    if (last != '{') {
      out.append(',');
    }
    string(name);
    out.append(':');
    return this;
  }

  Json text(String text) {
    string(text);
    return this;
  }

  Json number(long number) {
    out.append(number);
    return this;
  }

  Json numbers(List<Integer> numbers) {
    out.append(
        numbers.stream().map(each -> each.toString()).collect(Collectors.joining(",", "[", "]")));
    return this;
  }

  /** Escapes what JSON must, and what UTF-8 cannot hold: lone surrogates. */
  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || (Character.isSurrogate(c) && isLone(text, i))) {
        out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static boolean isLone(String text, int at) {
    return !Coding.isInsidePair(text, at) && !Coding.isInsidePair(text, at + 1);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
