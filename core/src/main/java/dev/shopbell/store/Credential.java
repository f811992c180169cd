package dev.shopbell.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A password, token or key. It never prints and cannot be serialised; only {@link #reveal()} gives
 * it, to the transport that logs in with it.
 */
public final class Credential {
  /** No credential: the other side asks for none. */
  public static final Credential NONE = new Credential("");

  private final String value;

  private Credential(String value) {
    this.value = value;
  }

  /** Wraps a secret; an empty one is {@link #NONE}. */
  public static Credential of(String secret) {
    Objects.requireNonNull(secret, "credential");
    return secret.isEmpty() ? NONE : new Credential(secret);
  }

  /** The secret itself. Never log it, and put it into no exception. */
  public String reveal() {
    return value;
  }

  /** True when there is none. */
  public boolean isNone() {
    return value.isEmpty();
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Credential that
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return isNone() ? "" : "***";
  }
}
