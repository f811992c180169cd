package dev.shopbell.smtp;

import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.TransportException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The handing over of one letter, on a thread of its own. Another thread may abandon it; afterwards
 * nothing leaves any more.
 */
final class AngusDialogue implements Callable<Outcome> {
  private final AngusConnection connection;
  private final MimeMessage letter;
  private final String id;
  private @Nullable AngusSession current;
  private boolean abandoned;

  AngusDialogue(AngusConnection connection, MimeMessage letter, String id) {
    this.connection = connection;
    this.letter = letter;
    this.id = id;
  }

  /** Sends on the connection that is open; if it had been closed meanwhile, on a new one. */
  @Override
  public Outcome call() throws TransportException {
    Optional<AngusSession> kept = connection.kept();
    if (kept.isPresent()) {
      use(kept.get());
      Optional<Outcome> outcome = transmit(kept.get(), true);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    AngusSession fresh = connection.fresh();
    use(fresh);
    connection.keep(fresh);
    Optional<Outcome> refused = open(fresh);
    return refused.isPresent() ? refused.get() : transmit(fresh, false).orElseThrow();
  }

  /** Ends the dialogue; true when the letter may have left. */
  synchronized boolean abandon() {
    abandoned = true;
    return current != null && current.abandon();
  }

  private synchronized void use(AngusSession session) throws TransportException {
    if (abandoned) {
      throw TransportException.nothingLeft("abandoned before it began", null);
    }
    session.rest();
    current = session;
  }

  private Optional<Outcome> open(AngusSession session) throws TransportException {
    try {
      session.open();
      return Optional.empty();
    } catch (MessagingException e) {
      SmtpReply reply = session.lastReply();
      session.cut();
      if (reply.refuses()) {
        return Optional.of(reply.outcome(Phase.CONNECT));
      }
      throw TransportException.nothingLeft(
          "cannot connect to " + connection.endpoint() + ": " + cause(e), null);
    }
  }

  /**
   * The outcome; empty when a kept connection turns out to be closed before a word was answered.
   */
  private Optional<Outcome> transmit(AngusSession session, boolean kept) throws TransportException {
    try {
      session.begin();
      session.sendMessage(letter, letter.getAllRecipients());
      return Optional.of(Outcome.Accepted.of(AngusTransport.NAME, id));
    } catch (MessagingException e) {
      SmtpReply reply = session.lastReply();
      if (session.phase() == Phase.FINAL && reply.agrees()) {
        session.cut();
        return Optional.of(Outcome.Accepted.of(AngusTransport.NAME, id));
      }
      boolean closing = reply.code() == 421;
      if (closing || !reply.refuses()) {
        session.cut();
      }
      if (kept && session.phase() == Phase.MAIL && (closing || !reply.refuses())) {
        return Optional.empty();
      }
      return Optional.of(failed(session.phase(), reply, e));
    }
  }

  private static Outcome failed(Phase phase, SmtpReply reply, MessagingException e)
      throws TransportException {
    if (reply.refuses()) {
      return reply.outcome(phase);
    }
    String problem = "the connection broke in " + phase + ": " + cause(e);
    throw phase == Phase.FINAL
        ? TransportException.mayHaveLeft(problem, null)
        : TransportException.nothingLeft(problem, null);
  }

  /** What the wire said, where Angus Mail wraps it into its own words. */
  private static String cause(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause().getMessage() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }
}
