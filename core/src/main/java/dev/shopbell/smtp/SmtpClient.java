package dev.shopbell.smtp;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.TransportException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * An SMTP client (RFC 5321) that many threads use at once. Each {@link #send} waits for what
 * becomes of its own letter; underneath, the letters for one endpoint share its connections and go
 * out one behind the other without waiting in between (RFC 2920). Not a queue: nothing is kept when
 * the caller has gone, and no letter is sent twice.
 */
public final class SmtpClient implements AutoCloseable {
  static final String NAME = "smtp";
  static final String CLOSED = "the transport is closed";

  private static final Duration GAP = Duration.ofSeconds(10);

  private final SmtpSettings settings;
  private final Duration gap;
  private final Map<Endpoint, Pool> pools = new ConcurrentHashMap<>();
  private final Set<String> chunkless = ConcurrentHashMap.newKeySet();
  private final Hosts hosts;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Threads.platform("shopbell-smtp-timer-"));
  private volatile boolean closed;

  SmtpClient(SmtpSettings settings, Duration gap) {
    this.settings = settings;
    this.gap = gap;
    this.hosts = new Hosts(settings.perHost(), pools.values(), timer);
    timer.setRemoveOnCancelPolicy(true);
  }

  /** A client without connections; they are made when letters are there. */
  public static SmtpClient open(SmtpSettings settings) {
    return new SmtpClient(settings, GAP);
  }

  /**
   * Sends one letter to one recipient. Interrupting the thread ends the waiting; it is interrupted
   * afterwards too.
   *
   * @param timeout after which it returns, whatever the server does
   * @throws IllegalArgumentException when the endpoint cannot be used
   * @throws TransportException when the wire broke; it says whether the letter may have left
   */
  public SmtpResult send(
      Endpoint endpoint, SmtpEnvelope envelope, LetterSource letter, Duration timeout)
      throws TransportException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!closed) {
      Pool pool = pools.computeIfAbsent(endpoint, key -> new Pool(key, this));
      Content content;
      try {
        content = Content.of(letter.wire(pool.takesEightBit()));
      } catch (MessagingException e) {
        return SmtpResult.of(Fitting.unwritable(e));
      } catch (IOException e) {
        throw TransportException.nothingLeft(
            "the letter cannot be read: " + e.getClass().getSimpleName(), null);
      }
      Parcel parcel = new Parcel(envelope, letter, content, deadline);
      if (pool.submit(parcel)) {
        return waitFor(parcel, pool);
      }
    }
    throw TransportException.nothingLeft(CLOSED, null);
  }

  private static SmtpResult waitFor(Parcel parcel, Pool pool) throws TransportException {
    try {
      return parcel.await();
    } finally {
      if (!parcel.isDone()) {
        pool.forget(parcel);
      }
    }
  }

  /** Ends every connection. A letter under way may become unknown; a second call does nothing. */
  @Override
  public void close() {
    closed = true;
    pools.values().forEach(Pool::close);
    timer.shutdownNow();
  }

  Duration gap() {
    return gap;
  }

  SmtpSettings settings() {
    return settings;
  }

  ScheduledExecutorService timer() {
    return timer;
  }

  Hosts hosts() {
    return hosts;
  }

  /** The hosts that offered CHUNKING and did not know it. */
  Set<String> chunkless() {
    return chunkless;
  }

  void retired(Pool pool) {
    pools.remove(pool.endpoint(), pool);
  }

  /** The connections that wait for a letter, for tests. */
  int idle() {
    return pools.values().stream().mapToInt(Pool::idle).sum();
  }
}
