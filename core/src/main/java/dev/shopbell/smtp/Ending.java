package dev.shopbell.smtp;

import dev.shopbell.transport.TransportException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the sending of a letter ended: with a result, or with a broken wire. */
record Ending(@Nullable SmtpResult result, @Nullable TransportException failure) {
  static Ending of(SmtpResult result) {
    return new Ending(result, null);
  }

  static Ending of(TransportException failure) {
    return new Ending(null, failure);
  }

  SmtpResult get() throws TransportException {
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(result);
  }
}
