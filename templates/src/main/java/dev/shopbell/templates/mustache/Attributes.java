package dev.shopbell.templates.mustache;

import dev.shopbell.template.Entities;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What attributes hold, and where one stands behind a part of one. */
final class Attributes {
  /** By the part of their names behind a colon; those of SVG's animations can hold any of them. */
  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "action",
          "formaction",
          "background",
          "poster",
          "cite",
          "data",
          "longdesc",
          "manifest",
          "ping",
          "srcset",
          "imagesrcset",
          "lowsrc",
          "dynsrc",
          "codebase",
          "classid",
          "archive",
          "profile",
          "usemap",
          "from",
          "to",
          "by",
          "values");

  private static final Pattern GAP =
      Pattern.compile("(?i)&(?:tab|newline|#0*(?:9|1[03])|#x0*[9ad])(?![0-9a-f]);?");

  private static final Set<String> RUNNING = Set.of("javascript", "vbscript", "data");

  private Attributes() {}

  /** What the value of an attribute of that name is. */
  static Spot held(String attribute) {
    String name = attribute.toLowerCase(Locale.ROOT);
    if (ADDRESSES.contains(name.substring(name.indexOf(':') + 1))) {
      return Spot.URL;
    }
    return switch (name) {
      case "style" -> Spot.STYLE_ATTRIBUTE;
      case "content" -> Spot.CONTENT;
      case "srcdoc" -> Spot.HANDLER;
      default -> name.startsWith("on") ? Spot.HANDLER : Spot.ATTRIBUTE;
    };
  }

  /** Where one stands in a value behind a part of it. */
  static Spot behind(Spot before, String part) {
    if (before == Spot.CONTENT) {
      int address = part.toLowerCase(Locale.ROOT).indexOf("url=");
      return address < 0 ? before : url(Spot.URL, part.substring(address + "url=".length()));
    }
    return before.isUrl() ? url(before, part) : before;
  }

  private static Spot url(Spot before, String part) {
    if (before == Spot.URL_RUNS || (before == Spot.URL && part.isBlank())) {
      return before;
    }
    if (before == Spot.URL && RUNNING.contains(scheme(part))) {
      return Spot.URL_RUNS;
    }
    if (part.indexOf('?') >= 0 || part.indexOf('#') >= 0 || before == Spot.URL_QUERY) {
      return Spot.URL_QUERY;
    }
    String start = part.strip().toLowerCase(Locale.ROOT);
    boolean isOpaque =
        before == Spot.URL_OPAQUE || start.startsWith("mailto:") || start.startsWith("tel:");
    return isOpaque ? Spot.URL_OPAQUE : Spot.URL_PATH;
  }

  /** As a browser reads it: references decoded, line breaks and tabs passed over. */
  private static String scheme(String address) {
    String text =
        Entities.decoded(GAP.matcher(address).replaceAll("").replaceAll("(?i)&colon;", ":"));
    int colon = text.indexOf(':');
    return colon < 0
        ? ""
        : text.substring(0, colon).replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
  }
}
