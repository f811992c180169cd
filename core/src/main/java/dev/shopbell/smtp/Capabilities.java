package dev.shopbell.smtp;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server says that it can, in its answer to EHLO (RFC 5321): keywords in capitals, each with
 * what stands behind it.
 *
 * @param largest the largest letter it takes, in octets (RFC 1870)
 */
record Capabilities(Map<String, List<String>> keywords, long largest) {
  /** Of a server that was greeted by HELO, or not at all. */
  static final Capabilities NONE = new Capabilities(Map.of(), Long.MAX_VALUE);

  /** Reads the answer; its first line names the server and no capability. */
  static Capabilities of(SmtpReply reply) {
    Map<String, List<String>> keywords = new HashMap<>();
    reply.text().lines().skip(1).forEach(line -> add(keywords, line));
    return new Capabilities(Map.copyOf(keywords), largest(keywords));
  }

  private static void add(Map<String, List<String>> keywords, String line) {
    String[] words =
        (line.length() < 5 ? "" : line.substring(4).strip())
            .toUpperCase(Locale.ROOT)
            .replaceFirst("^AUTH=", "AUTH ")
            .split("\\s+", -1);
    if (!words[0].isEmpty()) {
      List<String> parameters = List.of(Arrays.copyOfRange(words, 1, words.length));
      keywords.merge(words[0], parameters, Capabilities::joined);
    }
  }

  private static List<String> joined(List<String> first, List<String> second) {
    Collection<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  boolean has(String keyword) {
    return keywords.containsKey(keyword);
  }

  boolean takesLogin(String mechanism) {
    return keywords.getOrDefault("AUTH", List.of()).contains(mechanism);
  }

  private static long largest(Map<String, List<String>> keywords) {
    String size =
        keywords.getOrDefault("SIZE", List.of()).stream()
            .findFirst()
            .filter(text -> text.matches("[0-9]{1,18}"))
            .orElse("0");
    return size.matches("0+") ? Long.MAX_VALUE : Long.parseLong(size);
  }
}
