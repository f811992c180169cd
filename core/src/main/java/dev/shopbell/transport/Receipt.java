package dev.shopbell.transport;

import dev.shopbell.internal.Text;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a provider reports later of a message that it had accepted.
 *
 * @param provider the name under which it was accepted
 * @param id the provider's identifier of the message
 * @param status whether it arrived
 * @param at when, as the provider says
 * @param reason why it failed; empty when it arrived, or the provider does not say
 */
public record Receipt(
    String provider, String id, Status status, Instant at, Optional<Reason> reason) {
  /**
   * The provider of what came back by mail: bounces, complaints. The identifier is the delivery's,
   * so that it is known whichever transport carried the letter.
   */
  public static final String BY_MAIL = "returned-mail";

  /** Whether a message arrived. */
  public enum Status {
    /** It arrived. Final. */
    DELIVERED,
    /** It never will. Final. */
    FAILED
  }

  public Receipt {
    Text.line("provider", provider, 100);
    Text.line("receipt id", id, 300);
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(reason, "reason");
  }
}
