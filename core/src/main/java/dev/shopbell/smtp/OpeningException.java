package dev.shopbell.smtp;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.TransportException;
import org.jspecify.annotations.Nullable;

/** A connection did not come about; nothing of any letter has left. */
final class OpeningException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SmtpStage stage;
  private final transient SmtpReply reply;
  private final boolean configuration;

  OpeningException(SmtpStage stage, SmtpReply reply, String problem, @Nullable Throwable cause) {
    this(stage, reply, problem, cause, false);
  }

  private OpeningException(
      SmtpStage stage,
      SmtpReply reply,
      String problem,
      @Nullable Throwable cause,
      boolean configuration) {
    super(problem, cause);
    this.stage = stage;
    this.reply = reply;
    this.configuration = configuration;
  }

  /** The account is set up in a way in which it can never work. */
  static OpeningException misconfigured(SmtpStage stage, String problem) {
    return new OpeningException(stage, SmtpReply.NONE, problem, null, true);
  }

  SmtpStage stage() {
    return stage;
  }

  /** The reply that refused; none where there was none. */
  SmtpReply reply() {
    return reply;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  /** What that means for a letter that waited for the connection. */
  Ending ending() {
    if (configuration) {
      return Ending.of(SmtpResult.of(new Outcome.Rejected(Reason.CONFIGURATION, problem())));
    }
    if (reply.refuses()) {
      Phase phase = stage == SmtpStage.LOGIN ? Phase.LOGIN : Phase.CONNECT;
      return Ending.of(SmtpResult.of(reply.outcome(phase), reply));
    }
    return Ending.of(TransportException.nothingLeft(problem(), null));
  }
}
