package dev.shopbell.transport;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.Text;
import java.util.Objects;

/**
 * A mailbox as it stands in a letter's header, with a name or without. It says who is shown, not
 * who gets the letter.
 *
 * @param name one line of at most 200 characters; empty for the mailbox alone
 * @param address the mailbox
 */
public record Addressee(String name, EmailAddress address) {
  public Addressee {
    Text.optionalLine("name of an addressee", name, 200);
    name = name.isBlank() ? "" : name;
    Objects.requireNonNull(address, "address");
  }

  /** The mailbox alone. */
  public static Addressee of(EmailAddress address) {
    return new Addressee("", address);
  }

  /** The mailbox masked, without the name. */
  @Override
  public String toString() {
    return address.toString();
  }
}
