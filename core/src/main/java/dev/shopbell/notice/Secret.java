package dev.shopbell.notice;

import dev.shopbell.internal.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A thing that a recipient may see and no message may hold, such as a card key. It carries the
 * host's reference to it, never the thing itself, and does not print even that; a template is given
 * the link on which the recipient views it ({@link SecretLinks}).
 */
public final class Secret {
  private final String reference;

  private Secret(String reference) {
    this.reference = Text.line("secret reference", reference, 200);
  }

  /** A secret, by the reference under which the host's vault keeps it. */
  public static Secret reference(String reference) {
    return new Secret(reference);
  }

  /** Every secret in some data, lists and maps included. */
  public static List<Secret> in(Map<String, Object> data) {
    return data.values().stream().flatMap(Secret::within).distinct().toList();
  }

  private static Stream<Secret> within(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().flatMap(Secret::within);
    }
    return value instanceof List<?> list
        ? list.stream().flatMap(Secret::within)
        : Stream.of(value).filter(Secret.class::isInstance).map(Secret.class::cast);
  }

  /** The host's reference. */
  public String reference() {
    return reference;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && reference.equals(that.reference);
  }

  @Override
  public int hashCode() {
    return reference.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
