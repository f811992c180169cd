package dev.shopbell.smtp;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.Text;
import java.util.Objects;
import java.util.Optional;

/**
 * The envelope of one letter (RFC 5321): one recipient, so that what becomes of the letter is known
 * for that recipient. Not what stands in the letter's headers.
 *
 * @param from where bounces come back; empty for the null sender {@code <>}
 * @param to the one recipient
 * @param id what a delivery report names the letter by (ENVID of RFC 3461); empty for none
 */
public record SmtpEnvelope(Optional<EmailAddress> from, EmailAddress to, String id) {
  public SmtpEnvelope {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Text.optionalLine("envelope id", id, 100);
  }

  /** An envelope with a sender, without an id. */
  public static SmtpEnvelope of(EmailAddress from, EmailAddress to) {
    return new SmtpEnvelope(Optional.of(from), to, "");
  }

  /** The same, named so in delivery reports. */
  public SmtpEnvelope id(String id) {
    return new SmtpEnvelope(from, to, id);
  }

  /** True when a server without SMTPUTF8 can carry it. */
  boolean isAscii() {
    return to.isAscii() && from.map(EmailAddress::isAscii).orElse(true);
  }

  /** Masked. */
  @Override
  public String toString() {
    return "SmtpEnvelope[" + from.map(EmailAddress::toString).orElse("<>") + " to " + to + "]";
  }
}
