package dev.shopbell.jdbc;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Outcome.Deferred;
import dev.shopbell.transport.Outcome.Rejected;
import dev.shopbell.transport.Outcome.Unknown;
import dev.shopbell.transport.Reason;
import java.time.Duration;
import java.util.Optional;

/** Outcomes as octets. */
final class Outcomes {
  private static final byte ACCEPTED = 'a';
  private static final byte REJECTED = 'r';
  private static final byte DEFERRED = 'd';
  private static final byte UNKNOWN = 'u';
  private static final long NO_TIME = -1;

  private Outcomes() {}

  static void write(Octets out, Outcome outcome) {
    if (outcome instanceof Accepted taken) {
      out.octet(ACCEPTED).text(taken.provider()).number(taken.ids().size());
      taken.ids().forEach(out::text);
      out.number(taken.segments());
    } else if (outcome instanceof Rejected refused) {
      out.octet(REJECTED).text(refused.reason().name()).text(refused.reply());
    } else if (outcome instanceof Deferred later) {
      long wait = later.retryAfter().map(Duration::toMillis).orElse(NO_TIME);
      out.octet(DEFERRED).number(wait).text(later.reason().name()).text(later.reply());
    } else {
      out.octet(UNKNOWN).text(((Unknown) outcome).detail());
    }
  }

  static Outcome read(OctetReader in) {
    return switch (in.octet()) {
      case ACCEPTED -> new Accepted(in.text(), in.list(in::text), in.number());
      case REJECTED -> new Rejected(Reason.valueOf(in.text()), in.text());
      case DEFERRED -> deferred(in);
      case UNKNOWN -> new Unknown(in.text());
      default -> throw in.unreadable();
    };
  }

  private static Outcome deferred(OctetReader in) {
    long wait = in.longNumber();
    return new Deferred(
        wait == NO_TIME ? Optional.empty() : Optional.of(Duration.ofMillis(wait)),
        Reason.valueOf(in.text()),
        in.text());
  }
}
