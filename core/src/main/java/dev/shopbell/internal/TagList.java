package dev.shopbell.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The {@code tag=value; tag=value} form of DKIM and DMARC records (RFC 6376, section 3.2). */
public final class TagList {
  private TagList() {}

  /** The tags in their order, names in lower case; the first of two with one name counts. */
  public static Map<String, String> parse(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      int sign = part.indexOf('=');
      if (sign > 0) {
        tags.putIfAbsent(
            part.substring(0, sign).strip().toLowerCase(Locale.ROOT),
            part.substring(sign + 1).strip());
      }
    }
    return tags;
  }
}
