package dev.shopbell.smtp;

import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.mime.Letters;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportInfo;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Letters over SMTP with Angus Mail. One connection is kept open for each endpoint and used by one
 * letter at a time; it is closed after a minute without one. TLS is required unless the endpoint
 * says {@code ?tls=none}.
 */
final class AngusTransport implements Transport {
  static final String NAME = "angus";
  private static final String NOT_ASCII =
      "this transport cannot carry what stands before an @ beyond ASCII (RFC 6531)";
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Clock clock;
  private final Optional<Session> host;
  private volatile boolean closed;
  private final Map<Endpoint, AngusConnection> connections = new ConcurrentHashMap<>();
  private final ExecutorService wire =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "shopbell-angus");
            thread.setDaemon(true);
            return thread;
          });

  AngusTransport(Clock clock, Optional<Session> host) {
    this.clock = clock;
    this.host = host;
  }

  @Override
  public TransportInfo info() {
    return new TransportInfo(NAME, Channel.EMAIL, GRACE, false);
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context) throws TransportException {
    if (!(message instanceof OutboundEmail email)) {
      return new Outcome.Rejected(Reason.CONTENT, "this transport takes letters alone");
    }
    if (!email.to().isAscii()) {
      return new Outcome.Rejected(Reason.RECIPIENT_UNAVAILABLE, NOT_ASCII);
    }
    if (!isAscii(email.sender())) {
      return new Outcome.Rejected(Reason.SENDER_REFUSED, NOT_ASCII);
    }
    MimeMessage letter;
    try {
      letter = Letters.message(email);
    } catch (MessagingException e) {
      return new Outcome.Rejected(
          Reason.CONTENT, "Jakarta Mail cannot write it: " + e.getMessage());
    }
    closeIdle();
    AngusConnection connection = locked(context);
    try {
      return supervised(
          connection, new AngusDialogue(connection, letter, email.messageId()), context);
    } finally {
      connection.lock.unlock();
    }
  }

  @Override
  public void close() {
    closed = true;
    connections.values().forEach(AngusConnection::retire);
    wire.shutdownNow();
  }

  private static boolean isAscii(SenderPlan sender) {
    return sender.from().address().isAscii()
        && sender.returnPath().isAscii()
        && sender.replyTo().map(EmailAddress::isAscii).orElse(true);
  }

  private AngusConnection locked(SendContext context) throws TransportException {
    while (!closed) {
      AngusConnection connection =
          connections.computeIfAbsent(
              context.endpoint(), endpoint -> new AngusConnection(endpoint, host));
      lock(connection, context);
      if (!connection.isRetired()) {
        return connection;
      }
      connection.lock.unlock();
    }
    throw TransportException.nothingLeft("the transport is closed", null);
  }

  private void lock(AngusConnection connection, SendContext context) throws TransportException {
    try {
      if (!connection.lock.tryLock(context.remaining(clock).toMillis(), TimeUnit.MILLISECONDS)) {
        throw TransportException.nothingLeft(
            "the connection to " + context.endpoint() + " was busy until the deadline", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TransportException.nothingLeft("interrupted before it began", null);
    }
  }

  /** Runs the dialogue on a thread of its own, so that a deadline or an interrupt can end it. */
  private Outcome supervised(
      AngusConnection connection, AngusDialogue dialogue, SendContext context)
      throws TransportException {
    connection.usedAt(clock.instant());
    Future<Outcome> outcome = begin(dialogue);
    try {
      return outcome.get(context.remaining(clock).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (TimeoutException e) {
      return late(dialogue, outcome, "no answer before the deadline");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late(dialogue, outcome, "interrupted before the answer");
    }
  }

  private Future<Outcome> begin(AngusDialogue dialogue) throws TransportException {
    try {
      return wire.submit(dialogue);
    } catch (RejectedExecutionException e) {
      throw TransportException.nothingLeft("the transport is closed", null);
    }
  }

  private static Outcome late(AngusDialogue dialogue, Future<Outcome> outcome, String problem)
      throws TransportException {
    if (!dialogue.abandon()) {
      throw TransportException.nothingLeft(problem, null);
    }
    return finished(outcome, problem);
  }

  /** The final dot may have gone out: an answer that had already come still counts. */
  private static Outcome finished(Future<Outcome> outcome, String problem) {
    try {
      return outcome.isDone()
          ? outcome.get(0, TimeUnit.MILLISECONDS)
          : new Outcome.Unknown(problem);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      return new Outcome.Unknown(problem);
    }
  }

  private static TransportException unwrapped(ExecutionException e) {
    return e.getCause() instanceof TransportException broken
        ? broken
        : TransportException.mayHaveLeft("Angus Mail failed: " + e.getCause(), null);
  }

  private void closeIdle() {
    Instant idleSince = clock.instant().minus(IDLE);
    connections.forEach(
        (endpoint, connection) -> {
          if (connection.idleSince(idleSince) && connection.lock.tryLock()) {
            try {
              if (connection.idleSince(idleSince)) {
                connection.retire();
                connections.remove(endpoint, connection);
              }
            } finally {
              connection.lock.unlock();
            }
          }
        });
  }
}
