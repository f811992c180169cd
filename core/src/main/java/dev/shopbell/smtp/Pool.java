package dev.shopbell.smtp;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one endpoint, and the letters that wait for one. A letter goes to a connection
 * that is idle; otherwise another one is opened, up to the endpoint's number, and whichever has
 * something to say first takes it.
 */
final class Pool {
  private static final long PAUSE = Duration.ofSeconds(5).toNanos();

  private final Endpoint endpoint;
  private final SmtpOptions options;
  private final SmtpClient client;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Parcel> waiting = new ArrayDeque<>();
  private final Crew crew = new Crew();
  private long notBefore = System.nanoTime();
  private boolean retired;
  private volatile boolean closed;
  private volatile boolean eightBit;

  Pool(Endpoint endpoint, SmtpClient client) {
    this.endpoint = endpoint;
    this.options = SmtpOptions.of(endpoint);
    this.client = client;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** After which time without a letter a connection is looked at before the next. */
  Duration gap() {
    return client.gap();
  }

  String host() {
    return endpoint.host() + ":" + options.port(endpoint);
  }

  /** Whether the last server that answered here takes 8BITMIME. */
  boolean takesEightBit() {
    return eightBit;
  }

  boolean isClosed() {
    return closed;
  }

  boolean chunkingFails() {
    return client.chunkless().contains(host());
  }

  void chunkingFailed() {
    client.chunkless().add(host());
  }

  /** Lets a letter wait for a connection; false when this pool is no longer in use. */
  boolean submit(Parcel parcel) {
    lock.lock();
    try {
      if (retired || closed) {
        return false;
      }
      waiting.add(parcel);
      serve();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many connections wait for a letter. */
  int idle() {
    return locked(crew::idle);
  }

  /** A letter that nobody waits for any more. */
  void forget(Parcel parcel) {
    boolean done = false;
    lock.lock();
    try {
      waiting.remove(parcel);
      if (waiting.isEmpty() && crew.isEmpty()) {
        done = true;
        retire();
      }
    } finally {
      lock.unlock();
    }
    if (done) {
      client.hosts().withdraw(this);
    }
  }

  /** Gives a letter back that no answer came to; false when it cannot be tried again. */
  boolean takeBack(Parcel parcel, boolean notTaken) {
    lock.lock();
    try {
      if (closed || !parcel.back(notTaken)) {
        return false;
      }
      waiting.addFirst(parcel);
      serve();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The next letter, at once; null when none waits. */
  @Nullable Parcel poll(Courier courier) {
    lock.lock();
    try {
      return next(courier);
    } finally {
      lock.unlock();
    }
  }

  /** The next letter; null when none came while the connection may be idle. */
  @Nullable Parcel take(Courier courier) {
    lock.lock();
    try {
      long left = options.limits().idle().toNanos();
      Parcel parcel = next(courier);
      while (parcel == null && left > 0 && !closed && !courier.isDismissed()) {
        crew.idles(courier);
        left = courier.bell().awaitNanos(left);
        crew.idlesNoMore(courier);
        parcel = next(courier);
      }
      return parcel;
    } catch (InterruptedException e) {
      return null;
    } finally {
      crew.idlesNoMore(courier);
      lock.unlock();
    }
  }

  private @Nullable Parcel next(Courier courier) {
    while (!waiting.isEmpty()) {
      Parcel parcel = waiting.removeFirst();
      if (courier.claim(parcel)) {
        return parcel;
      }
    }
    return null;
  }

  /** Opens the connection, on its own thread. */
  Capabilities open(Wire wire) throws OpeningException {
    Opening how = new Opening(endpoint, options, client.settings(), wire);
    var guard = client.timer().schedule(wire::cut, how.longest().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return how.open();
    } catch (RuntimeException e) {
      String problem = "the client failed by " + e.getClass().getSimpleName();
      throw new OpeningException(how.stage(), SmtpReply.NONE, problem, e);
    } finally {
      guard.cancel(false);
    }
  }

  void opened(Capabilities server) {
    eightBit = server.has("8BITMIME");
  }

  /** Where others are open, or may still be, the letters wait for those. */
  void notOpened(Courier courier, OpeningException failure) {
    List<Parcel> failed = List.of();
    lock.lock();
    try {
      crew.remove(courier);
      notBefore = System.nanoTime() + PAUSE;
      if (crew.isEmpty()) {
        failed = new ArrayList<>(waiting);
        waiting.clear();
        retire();
      }
    } finally {
      lock.unlock();
    }
    client.hosts().left(this);
    failed.forEach(parcel -> parcel.finish(failure.ending()));
  }

  /** A connection ended. */
  void left(Courier courier) {
    lock.lock();
    try {
      crew.remove(courier);
      if (crew.isEmpty() && waiting.isEmpty()) {
        retire();
      }
    } finally {
      lock.unlock();
    }
    client.hosts().left(this);
    grow();
  }

  /** Opens connections for letters that wait without one. */
  void grow() {
    lock.lock();
    try {
      if (!waiting.isEmpty()) {
        serve();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends one idle connection, for the sake of another user of the same host; false without one. */
  boolean dismissIdle() {
    return locked(crew::dismissIdle);
  }

  /** Ends one connection when it has had its turn, for the sake of another user. */
  void dismissBusy() {
    lock.lock();
    try {
      crew.dismissBusy();
    } finally {
      lock.unlock();
    }
  }

  /** How many connections will end for the sake of other users. */
  int leaving() {
    return locked(crew::leaving);
  }

  /** How many will not. */
  int staying() {
    return locked(() -> crew.size() - crew.leaving());
  }

  private <T> T locked(Supplier<T> question) {
    lock.lock();
    try {
      return question.get();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    List<Parcel> left;
    lock.lock();
    try {
      closed = true;
      left = new ArrayList<>(waiting);
      waiting.clear();
      crew.busy().forEach(Courier::cut);
      crew.ringAll();
    } finally {
      lock.unlock();
    }
    left.forEach(
        parcel ->
            parcel.finish(Ending.of(TransportException.nothingLeft(SmtpClient.CLOSED, null))));
  }

  private void serve() {
    if (!crew.ring() && mayOpen() && client.hosts().enter(this, crew.isEmpty())) {
      Courier courier = new Courier(this, options, lock.newCondition());
      crew.add(courier);
      Threads.start(courier);
    }
  }

  /** One that is being opened, or has just become free, takes a letter by itself. */
  private boolean mayOpen() {
    return !closed
        && crew.size() < options.limits().pool()
        && (crew.isEmpty() || System.nanoTime() - notBefore >= 0)
        && crew.free() < waiting.size();
  }

  private void retire() {
    retired = true;
    client.retired(this);
  }
}
