package dev.shopbell.dkim;

import dev.shopbell.internal.TagList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a DKIM-Signature field says (RFC 6376, section 3.5). It is read, not verified: whether it
 * holds, a receiver finds out.
 *
 * @param domain who signs ({@code d=}), in lower case
 * @param selector which of their keys ({@code s=})
 * @param algorithm {@code rsa-sha256}, {@code ed25519-sha256}
 * @param signed the fields that it covers ({@code h=}), in lower case, each as often as it is named
 */
public record DkimSignature(String domain, String selector, String algorithm, List<String> signed) {
  public DkimSignature {
    Objects.requireNonNull(domain, "domain");
    Objects.requireNonNull(selector, "selector");
    Objects.requireNonNull(algorithm, "algorithm");
    signed = List.copyOf(signed);
  }

  /** Reads a field's value; empty when one of the tags that it must have is missing. */
  static Optional<DkimSignature> read(String value) {
    Map<String, String> tags = TagList.parse(value);
    if (!tags.keySet().containsAll(List.of("a", "b", "bh", "d", "h", "s"))) {
      return Optional.empty();
    }
    return Optional.of(
        new DkimSignature(tag(tags, "d"), tag(tags, "s"), tag(tags, "a"), names(tag(tags, "h"))));
  }

  private static String tag(Map<String, String> tags, String name) {
    return tags.getOrDefault(name, "").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(":", -1)).filter(name -> !name.isEmpty()).toList();
  }

  /** True when it covers each of so many fields with that name, in lower case. */
  boolean covers(String name, int times) {
    return signed.stream().filter(name::equals).count() >= times;
  }
}
