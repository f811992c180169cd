package dev.shopbell.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;

/**
 * One connection, and the thread that speaks on it. It takes whatever letters are waiting: the
 * content of one goes out in one group with the envelope of the next (RFC 2920), so that a letter
 * costs one round trip.
 */
final class Courier implements Runnable {
  private static final Duration CHECK = Duration.ofSeconds(5);

  private static final long FRESH = Duration.ofSeconds(1).toNanos();

  /** Exim takes ten resets that no letter comes of; a letter refused by BDAT costs one. */
  private static final int RESETS = 9;

  /** What a connection may do, or how long, before it ends for another user's sake. */
  private static final int TURN_LETTERS = 20;

  private static final long TURN = Duration.ofSeconds(1).toNanos();

  private final Pool pool;
  private final SmtpOptions options;
  private final Condition bell;
  private final Wire wire = new Wire();
  private final Conversation conversation;
  private final Set<Parcel> carried = ConcurrentHashMap.newKeySet();
  private Capabilities server = Capabilities.NONE;
  private volatile boolean dismissed;
  private int letters;
  private long opened;
  private long used;

  Courier(Pool pool, SmtpOptions options, Condition bell) {
    this.pool = pool;
    this.options = options;
    this.bell = bell;
    this.conversation = new Conversation(pool, options, wire);
  }

  @Override
  @SuppressWarnings("CatchingUnchecked")
  public void run() {
    try {
      server = pool.open(wire);
      pool.opened(server);
      conversation.begin(server);
      opened = System.nanoTime();
      used = opened;
      serve();
    } catch (OpeningException e) {
      wire.cut();
      pool.notOpened(this, e);
      return;
    } catch (IOException e) {
      IOException why = lastWords(e);
      broken(Failures.isEnd(why), why instanceof ClosingException, Failures.of(why));
    } catch (RuntimeException | Error e) {
      broken(false, false, "the client failed by " + e.getClass().getSimpleName());
    }
    wire.cut();
    pool.left(this);
  }

  /** Rung when a letter waits for it. */
  Condition bell() {
    return bell;
  }

  /** Somebody else wants its connection: it ends when it is idle, or its turn is over. */
  void dismiss() {
    dismissed = true;
  }

  boolean isDismissed() {
    return dismissed;
  }

  /** True when it will ask for a letter by itself; from any thread. */
  boolean isFree() {
    return conversation.isQuiet() && carried.stream().allMatch(Parcel::isDone);
  }

  /** Ends the connection from another thread. */
  void cut() {
    wire.cut();
  }

  /** A letter is its own from now on: false when it was given up meanwhile. */
  boolean claim(Parcel parcel) {
    carried.add(parcel);
    if (parcel.claim(this)) {
      return true;
    }
    carried.remove(parcel);
    return false;
  }

  /** Ends the connection when the letter that was given up holds it up, or was the last one. */
  void givenUp(Parcel parcel) {
    carried.remove(parcel);
    if (carried.isEmpty() || (conversation.isAt(parcel) && !conversation.isChunking())) {
      wire.cut();
    }
  }

  private void serve() throws IOException {
    while (!isSpent()) {
      Parcel first = pool.take(this);
      if (first == null) {
        break;
      }
      check();
      if (window() > 0 && first.content().isHeld()) {
        chunks(first);
      } else {
        rounds(first);
      }
      carried.removeIf(Parcel::isDone);
      conversation.rest();
      used = System.nanoTime();
    }
    wire.write("QUIT\r\n");
    wire.flush();
  }

  private boolean isSpent() {
    long age = System.nanoTime() - opened;
    return pool.isClosed()
        || letters >= options.limits().messages()
        || age > options.limits().life().toNanos()
        || (dismissed && (letters >= TURN_LETTERS || age > TURN))
        || isTiring();
  }

  /**
   * By BDAT, so that not even a window of refused letters costs more resets than a server takes.
   */
  private boolean isTiring() {
    int refused = conversation.refused();
    return refused > 0 && window() > 0 && refused >= Math.max(1, RESETS - window());
  }

  /** After a gap the server may have gone without a word; a letter is not the way to find out. */
  private void check() throws IOException {
    if (System.nanoTime() - used < pool.gap().toNanos()) {
      return;
    }
    try {
      wire.write("NOOP\r\n");
      wire.flush();
      SmtpReply reply = wire.read(CHECK);
      if (!reply.agrees()) {
        throw new EOFException("after a pause the server says: " + reply.text());
      }
    } catch (SocketTimeoutException e) {
      throw new EOFException("after a pause the server does not answer");
    }
  }

  /** Letters by DATA: the content of one together with the envelope of the next. */
  private void rounds(Parcel first) throws IOException {
    Parcel next = first;
    while (next != null || conversation.isAwaited()) {
      conversation.content();
      if (next != null) {
        begin(next);
        conversation.data(next);
      }
      conversation.drain();
      next = isSpent() || window() > 0 ? null : pool.poll(this);
    }
  }

  private void begin(Parcel parcel) throws IOException {
    carried.removeIf(Parcel::isDone);
    if (Fitting.fits(parcel, server)) {
      letters++;
      conversation.envelope(parcel);
    }
  }

  /**
   * Letters by BDAT (RFC 3030): nobody waits for a go-ahead, so that several are on their way at
   * once. On a connection that was idle, which may be closed, the first of them waits for the
   * answer to its envelope.
   */
  private void chunks(Parcel first) throws IOException {
    begin(first);
    if (System.nanoTime() - used > FRESH) {
      conversation.drain();
    }
    conversation.chunk(first);
    while (fill() && conversation.isExpecting()) {
      conversation.settle();
    }
  }

  /** Fills the window with what is waiting; false when a letter came that has to go by DATA. */
  private boolean fill() throws IOException {
    while (conversation.chunksOut() < window() && !isSpent()) {
      Parcel next = pool.poll(this);
      if (next == null) {
        return true;
      }
      if (!next.content().isHeld()) {
        conversation.drain();
        rounds(next);
        return false;
      }
      begin(next);
      conversation.chunk(next);
    }
    return true;
  }

  private int window() {
    return pool.chunkingFails() || !server.has("CHUNKING") || !server.has("PIPELINING")
        ? 0
        : options.limits().window();
  }

  /** A server that closes while it is written to may have said why, and more before that. */
  private IOException lastWords(IOException failure) {
    if (failure instanceof SocketException) {
      try {
        conversation.lastWords();
      } catch (ClosingException e) {
        return e;
      } catch (IOException e) {
        return failure;
      }
    }
    return failure;
  }

  /** Settles whatever was on this connection: what no answer came to may go by another one. */
  private void broken(boolean closed, boolean notTaken, String what) {
    wire.cut();
    String problem = "the connection to " + pool.endpoint() + " broke: " + what;
    for (Parcel parcel : carried) {
      if (!parcel.isDone() && !(closed && pool.takeBack(parcel, notTaken))) {
        parcel.broken(problem, notTaken);
      }
    }
    carried.clear();
  }
}
