package dev.shopbell.dns;

import dev.shopbell.address.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Any name in the DNS, in presentation form (RFC 1035, section 5.1): lower case, without a dot at
 * its end, and with odd characters escaped by a backslash. Unlike a {@link DomainName} it may hold
 * underscores, quotes and whatever else somebody has published. The root is empty text.
 *
 * @param value the name
 */
public record DnsName(String value) {
  /** The root of the DNS; as a mail exchange it says "no mail" (RFC 7505). */
  public static final DnsName ROOT = new DnsName("");

  /** The most octets of a name with its dots (RFC 1035, section 3.1, without the last dot). */
  private static final int LONGEST = 253;

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\d{3}|.)");

  public DnsName {
    Objects.requireNonNull(value, "name");
    value = value.toLowerCase(Locale.ROOT);
  }

  /** A name from its text; one dot at its end is dropped. */
  public static DnsName of(String text) {
    int last = text.length() - 1;
    boolean dot = text.endsWith(".") && !isEscaped(text, last);
    return new DnsName(dot ? text.substring(0, last) : text);
  }

  /** True when an odd number of backslashes stands before it. */
  private static boolean isEscaped(String text, int at) {
    int from = at;
    while (from > 0 && text.charAt(from - 1) == '\\') {
      from--;
    }
    return (at - from) % 2 == 1;
  }

  /** The same name as that mail domain. */
  public static DnsName of(DomainName domain) {
    return new DnsName(domain.value());
  }

  /** True for the root. */
  public boolean isRoot() {
    return value.isEmpty();
  }

  /** True when the DNS can hold it: no empty label, none over 63 octets, 253 in all. */
  public boolean isPossible() {
    return octets(value) <= LONGEST
        && labels().stream().noneMatch(label -> label.isEmpty() || octets(label) > 63);
  }

  /** An escape stands for one octet. */
  private static int octets(String text) {
    return text.indexOf('\\') < 0 ? text.length() : ESCAPE.matcher(text).replaceAll("x").length();
  }

  /** The labels from left to right; none for the root. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>();
    if (isRoot()) {
      return labels;
    }
    int from = 0;
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '\\') {
        i++;
      } else if (value.charAt(i) == '.') {
        labels.add(value.substring(from, i));
        from = i + 1;
      }
    }
    labels.add(value.substring(from));
    return labels;
  }

  /** The name without its first label; the root's is the root. */
  public DnsName parent() {
    List<String> labels = labels();
    return labels.size() < 2 ? ROOT : join(labels.subList(1, labels.size()));
  }

  /** The first label; empty for the root. */
  public String first() {
    List<String> labels = labels();
    return labels.isEmpty() ? "" : labels.get(0);
  }

  /** This name below that one: {@code a.b} below {@code c.d} is {@code a.b.c.d}. */
  public DnsName below(DnsName parent) {
    if (isRoot()) {
      return parent;
    }
    return parent.isRoot() ? this : new DnsName(value + "." + parent.value);
  }

  /** True when it is that name or stands below it. */
  public boolean isWithin(DnsName other) {
    int dot = value.length() - other.value.length() - 1;
    return other.isRoot()
        || value.equals(other.value)
        || (dot > 0 && value.endsWith("." + other.value) && !isEscaped(value, dot));
  }

  /** This name and those above it, up to but without the root. */
  public List<DnsName> upwards() {
    List<String> labels = labels();
    List<DnsName> names = new ArrayList<>(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      names.add(join(labels.subList(i, labels.size())));
    }
    return names;
  }

  /** A name of these labels. */
  public static DnsName join(List<String> labels) {
    return new DnsName(String.join(".", labels));
  }

  /** How it stands in a zone file, with the dot at its end. */
  public String absolute() {
    return value + ".";
  }

  @Override
  public String toString() {
    return value;
  }
}
