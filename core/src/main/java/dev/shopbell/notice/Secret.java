package dev.shopbell.notice;

import dev.shopbell.internal.Text;

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
