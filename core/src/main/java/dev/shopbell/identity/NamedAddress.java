package dev.shopbell.identity;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.Text;
import java.util.Objects;

/**
 * A mailbox with the name that stands before it.
 *
 * @param name one line in any script, 1 to 100 characters
 * @param address the mailbox
 */
public record NamedAddress(String name, EmailAddress address) {
  public NamedAddress {
    Text.line("sender name", name, 100);
    Objects.requireNonNull(address, "address");
  }

  /** Masked: {@code Ann's Tea <s***@annstea.example>}. */
  @Override
  public String toString() {
    return name + " <" + address + ">";
  }
}
