package dev.shopbell.inbound;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.Masks;
import dev.shopbell.transport.Reason;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a delivery report says of one recipient (RFC 3464, section 2.3).
 *
 * @param address whom we wrote to, as the report has it; empty when it does not say
 * @param action what became of the letter
 * @param permanent true when trying again is of no use, as far as the report says
 * @param status the enhanced code (RFC 3463), {@code 5.1.1}; empty when there is none
 * @param reason why; empty when the report does not say so in words or codes that are known
 * @param detail what the server said, in one line, with mailboxes masked; may be empty
 */
public record ReportedRecipient(
    Optional<EmailAddress> address,
    Action action,
    boolean permanent,
    String status,
    Optional<Reason> reason,
    String detail) {
  /** What became of a letter. */
  public enum Action {
    /** It was given up: a bounce. */
    FAILED,
    /** It is still tried. Not a bounce. */
    DELAYED,
    /** It arrived, or was handed on to a server that does not report. */
    DELIVERED
  }

  private static final Set<Reason> PASSING =
      EnumSet.of(
          Reason.BAD_ADDRESS,
          Reason.MAILBOX_FULL,
          Reason.RECIPIENT_UNAVAILABLE,
          Reason.UNAVAILABLE);

  public ReportedRecipient {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    detail = Masks.text(detail);
  }

  /** True when there is no such mailbox: nothing may go there again. */
  public boolean isHardBounce() {
    return action == Action.FAILED
        && permanent
        && reason.filter(Reason.BAD_ADDRESS::equals).isPresent();
  }

  /**
   * True when it failed for a reason about the recipient that may pass, or for none that is known.
   * What is about the sender, the words or our account says nothing about the address.
   */
  public boolean isSoftBounce() {
    return action == Action.FAILED && !isHardBounce() && reason.map(PASSING::contains).orElse(true);
  }
}
