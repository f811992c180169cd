package dev.shopbell.transport;

import dev.shopbell.internal.Masks;
import dev.shopbell.internal.Text;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one attempt. A provider's reply is kept as one line of at most 500 characters with
 * the addresses in it masked, so an outcome may stand in a log.
 */
public sealed interface Outcome {
  /**
   * The provider took the message. That is not yet a delivery.
   *
   * @param provider the transport's name, under which receipts come back
   * @param ids the provider's identifiers of the message, one a segment where it gives those
   * @param segments how many it says it will bill; 0 when it does not say
   */
  record Accepted(String provider, List<String> ids, int segments) implements Outcome {
    public Accepted {
      Text.line("provider", provider, 100);
      ids = List.copyOf(ids);
      ids.forEach(id -> Text.line("a provider's id", id, 300));
      if (segments < 0) {
        throw new IllegalArgumentException("segments is " + segments + ": give 0 or more");
      }
    }

    /** Accepted under one identifier. */
    public static Accepted of(String provider, String id) {
      return new Accepted(provider, List.of(id), 0);
    }
  }

  /**
   * The provider refused the message for good.
   *
   * @param reason why, and with it what the refusal is about
   * @param reply what the provider said
   */
  record Rejected(Reason reason, String reply) implements Outcome {
    public Rejected {
      Objects.requireNonNull(reason, "reason");
      reply = Masks.text(reply);
    }
  }

  /**
   * The provider does not have the message, and may take it later.
   *
   * @param retryAfter how long it asks to wait; empty when it does not say
   * @param reason why
   * @param reply what the provider said
   */
  record Deferred(Optional<Duration> retryAfter, Reason reason, String reply) implements Outcome {
    public Deferred {
      Objects.requireNonNull(retryAfter, "retryAfter");
      Objects.requireNonNull(reason, "reason");
      reply = Masks.text(reply);
      retryAfter.ifPresent(
          time -> {
            if (time.isNegative()) {
              throw new IllegalArgumentException(
                  "retryAfter is " + time + ": give no time or some");
            }
          });
    }

    /** Put off without a time. */
    public static Deferred of(Reason reason, String reply) {
      return new Deferred(Optional.empty(), reason, reply);
    }
  }

  /**
   * The provider may have the message, or may not.
   *
   * @param detail what happened
   */
  record Unknown(String detail) implements Outcome {
    public Unknown {
      detail = Masks.text(detail);
    }
  }
}
