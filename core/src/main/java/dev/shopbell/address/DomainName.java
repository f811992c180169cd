package dev.shopbell.address;

import dev.shopbell.internal.Text;
import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A mail domain, as its A-labels in lower case (RFC 5890): {@code xn--fiq228c.example}, never
 * {@code 中文.example}. It is not looked up.
 *
 * @param value at least two labels of letters, digits and inner hyphens; 253 characters at most
 */
public record DomainName(String value) {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final int LONGEST = 253;

  /** What IDNA 2008 keeps, and the JDK's IDNA 2003 would turn into another domain's name. */
  private static final String MAPPED_AWAY = "\u00DF\u1E9E\u03C2\u200C\u200D";

  public DomainName {
    Objects.requireNonNull(value, "domain");
    String[] labels = value.split("\\.", -1);
    if (value.length() > LONGEST || labels.length < 2) {
      throw refused(value, "give two to 127 labels, 253 characters in all, as in shop.example");
    }
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        throw refused(
            value, "the label " + Text.quoted(label) + " is not letters, digits and hyphens");
      }
    }
    if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
      throw refused(value, "this is an IP address; give the domain's name");
    }
  }

  /**
   * Reads a domain as people write it: in Unicode or A-labels, in any case, with white space around
   * it or a dot at its end.
   *
   * @throws IllegalArgumentException when it is not a domain, with what is wrong in it
   */
  public static DomainName of(String text) {
    Objects.requireNonNull(text, "domain");
    String trimmed = Text.trimmed(text);
    if (!Text.isAscii(trimmed) && trimmed.chars().anyMatch(c -> MAPPED_AWAY.indexOf(c) >= 0)) {
      throw refused(trimmed, "write ß, ς and joiners as A-labels, as in xn--fa-hia.example");
    }
    if (trimmed.length() > 4 * LONGEST || trimmed.contains("/") || trimmed.contains("@")) {
      throw refused(trimmed, "give the domain alone, as in shop.example");
    }
    Scripts.mixed(trimmed)
        .ifPresent(
            label -> {
              throw refused(
                  trimmed,
                  "the label "
                      + Text.quoted(label)
                      + " mixes letters that look alike in several scripts; type it again in one");
            });
    String ascii = toAscii(trimmed);
    return new DomainName(ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii);
  }

  /** True when this is the other domain or lies below it. */
  public boolean isWithin(DomainName other) {
    return value.equals(other.value) || value.endsWith("." + other.value);
  }

  private static String toAscii(String text) {
    try {
      return IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw refused(
          text, "a label is empty, too long or holds a character that no domain may have");
    }
  }

  private static IllegalArgumentException refused(String value, String remedy) {
    return new IllegalArgumentException(
        "domain " + Text.quoted(value) + " is not valid: " + remedy);
  }

  @Override
  public String toString() {
    return value;
  }
}
