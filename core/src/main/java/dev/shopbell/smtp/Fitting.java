package dev.shopbell.smtp;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;

/** Whether a server takes a letter at all, found out before anything of it leaves. */
final class Fitting {
  static final String NOT_ASCII =
      "the server cannot carry what stands before an @ beyond ASCII (SMTPUTF8, RFC 6531)";

  private Fitting() {}

  /**
   * True when it may go; otherwise it is settled. One with 8-bit octets is rewritten if it must.
   */
  static boolean fits(Parcel parcel, Capabilities server) {
    if (parcel.content().letter().isEightBit() && !server.has("8BITMIME")) {
      rewrite(parcel);
    }
    if (parcel.isDone()) {
      return false;
    }
    Optional<Outcome> refusal = refusal(parcel, server);
    refusal.ifPresent(outcome -> parcel.finish(SmtpResult.of(outcome)));
    return refusal.isEmpty();
  }

  static boolean needsUtf8(Parcel parcel) {
    return !parcel.envelope().isAscii() || parcel.content().letter().needsUtf8();
  }

  private static void rewrite(Parcel parcel) {
    try {
      parcel.rewrite(Content.of(parcel.source().wire(false)));
    } catch (MessagingException e) {
      parcel.finish(SmtpResult.of(unwritable(e)));
    } catch (IOException e) {
      parcel.broken("the letter cannot be read: " + e.getClass().getSimpleName());
    }
  }

  static Outcome unwritable(MessagingException e) {
    return new Outcome.Rejected(Reason.CONTENT, "the letter cannot be written: " + e.getMessage());
  }

  /** Why it does not go; empty when it does. */
  static Optional<Outcome> refusal(Parcel parcel, Capabilities server) {
    long size = parcel.content().size();
    if (size > server.largest()) {
      return refused(
          Reason.TOO_LARGE,
          "the letter has %s octets, the server takes %s (SIZE, RFC 1870)"
              .formatted(size, server.largest()));
    }
    if (parcel.content().letter().isEightBit() && !server.has("8BITMIME")) {
      return refused(
          Reason.CONTENT, "the letter has octets above 127, the server takes none (RFC 6152)");
    }
    if (needsUtf8(parcel) && !server.has("SMTPUTF8")) {
      return refused(beyondAscii(parcel.envelope()), NOT_ASCII);
    }
    return Optional.empty();
  }

  private static Reason beyondAscii(SmtpEnvelope envelope) {
    if (!envelope.to().isAscii()) {
      return Reason.RECIPIENT_UNAVAILABLE;
    }
    return envelope.isAscii() ? Reason.CONTENT : Reason.SENDER_REFUSED;
  }

  private static Optional<Outcome> refused(Reason reason, String why) {
    return Optional.of(new Outcome.Rejected(reason, why));
  }
}
