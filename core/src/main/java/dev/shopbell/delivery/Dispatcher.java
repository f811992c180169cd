package dev.shopbell.delivery;

import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works deliveries off: claims what is due and has workers attempt it, in the background or on the
 * caller's thread.
 */
public final class Dispatcher {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final DispatchPorts ports;
  private final DispatchSettings settings;
  private final RateLimits limits;
  private final Attempter attempter;
  private final UnderWay underWay = new UnderWay();
  private final ReadWriteLock byHand = new ReentrantReadWriteLock();
  private final Semaphore idle;
  private final Semaphore signal = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ThreadPoolExecutor pool;
  private final Thread loop;
  private final Trouble trouble = new Trouble(System::nanoTime);
  private final AtomicLong sweptAt = new AtomicLong(System.nanoTime() - LEASE.toNanos());
  private long renewedAt = System.nanoTime();
  private Duration pause = SHORTEST_WAIT;
  private volatile boolean stopping;
  private volatile long stopAt;

  /** A dispatcher; nothing happens before it is started. */
  public Dispatcher(DispatchPorts ports, DispatchSettings settings, RandomGenerator random) {
    this.ports = ports;
    this.settings = settings;
    this.limits = new RateLimits(settings.rates(), ports.clock());
    Transitions transitions = new Transitions(settings.retry(), random);
    Recording recording = new Recording(ports.deliveries(), System::nanoTime, LEASE, this::elapses);
    this.attempter =
        new Attempter(ports, transitions, settings.attemptTimeout(), limits, recording);
    this.idle = new Semaphore(settings.workers());
    this.pool = Workers.pool(Math.max(1, settings.workers()));
    this.loop = new Thread(this::loop, "shopbell-dispatcher");
    this.loop.setDaemon(true);
  }

  /** Begins to work in the background, when there are workers. */
  public void start() {
    if (settings.workers() > 0) {
      loop.start();
    }
  }

  /** Says that something may be due. */
  public void wake() {
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  /** Attempts everything that is due, on this thread, and says how many attempts that were. */
  public int runDue() {
    if (!byHand.readLock().tryLock()) {
      return 0;
    }
    try {
      int count = 0;
      settleStranded();
      while (!stopping) {
        List<Claim> claims = claim(1, settings.lease(), limits::room);
        if (claims.isEmpty()) {
          return count;
        }
        claims.forEach(attempter::attempt);
        count += claims.size();
      }
      return count;
    } finally {
      byHand.readLock().unlock();
    }
  }

  /** Applies a receipt; a repeated, late or contradictory one changes nothing. */
  public void settle(Receipt receipt) {
    attempter.settle(receipt);
    wake();
  }

  /**
   * Works off what is due now for at most that long, then claims nothing more, interrupts what is
   * under way and waits a little for its outcomes.
   */
  public void stop(Duration patience) {
    stopAt = System.nanoTime() + patience.toNanos();
    stopping = true;
    stopped.countDown();
    wake();
    try {
      if (!byHand.writeLock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        log.warn("a host's own thread is still dispatching; what it has begun may be unknown");
      }
      loop.join(patience.plus(LONGEST_WAIT).toMillis());
      pool.shutdown();
      long left = stopAt - System.nanoTime();
      if (!pool.awaitTermination(left, TimeUnit.NANOSECONDS)) {
        pool.shutdownNow();
        awaitInterrupted();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for so long; false when it is to stop. */
  private boolean elapses(Duration time) {
    try {
      return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void awaitInterrupted() throws InterruptedException {
    if (!pool.awaitTermination(LAST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
      log.warn("{} attempts have not ended; their outcomes are not known", pool.getActiveCount());
    }
  }

  private void loop() {
    try {
      boolean ending;
      boolean claimed;
      do {
        ending = stopping;
        claimed = survivingRound();
      } while (!ending || (System.nanoTime() - stopAt < 0 && (claimed || !allIdle())));
    } catch (InterruptedException e) {
      log.warn("interrupted: nothing more is sent in the background");
    }
  }

  /** Whatever goes wrong in a round, the next one follows: nobody else would send. */
  private boolean survivingRound() throws InterruptedException {
    try {
      boolean claimed = round();
      trouble.worked();
      return claimed;
    } catch (RuntimeException | Error e) {
      trouble.failed(e);
      if (signal.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        signal.drainPermits();
      }
      return false;
    }
  }

  /** Claims for every idle worker; true when there was something to claim. */
  private boolean round() throws InterruptedException {
    renew();
    settleStranded();
    if (!idle.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    int free = 1 + idle.drainPermits();
    int handed = 0;
    List<Claim> claims = List.of();
    try {
      claims = claim(free, LEASE, this::room);
      for (Claim claim : claims) {
        underWay.add(claim);
        pool.execute(() -> work(claim));
        handed++;
      }
    } finally {
      idle.release(free - handed);
    }
    if (!claims.isEmpty()) {
      pause = SHORTEST_WAIT;
    } else if (!(stopping && allIdle())) {
      awaitWork();
    }
    return !claims.isEmpty();
  }

  /** However long an attempt takes, nobody else claims it while this process lives. */
  private void renew() {
    long now = System.nanoTime();
    if (now - renewedAt >= LEASE.toNanos() / 3) {
      ports.deliveries().hold(underWay.claims(), ports.clock().instant(), LEASE);
      renewedAt = now;
    }
  }

  /** Once in a lease: what another process left behind when it was killed. */
  private void settleStranded() {
    long now = System.nanoTime();
    long before = sweptAt.get();
    if (now - before >= LEASE.toNanos() && sweptAt.compareAndSet(before, now)) {
      ports.deliveries().stranded().forEach(attempter::settle);
    }
  }

  private boolean allIdle() {
    return idle.availablePermits() == settings.workers();
  }

  /** So many of one store at once, and no more than its account takes. */
  private int room(StoreId store) {
    return Math.min(settings.mostPerStore() - underWay.of(store), limits.room(store));
  }

  private void work(Claim claim) {
    try {
      if (stopping && System.nanoTime() - stopAt >= 0) {
        attempter.giveBack(claim);
      } else {
        attempter.attempt(claim);
      }
    } finally {
      underWay.end(claim);
      idle.release();
      wake();
    }
  }

  /** Looks again when something is due, and ever more seldom while nothing is. */
  private void awaitWork() throws InterruptedException {
    Duration wait = wait(ports.clock().instant());
    if (signal.tryAcquire(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)) {
      signal.drainPermits();
      pause = SHORTEST_WAIT;
    } else {
      pause = shorter(pause.multipliedBy(2), LONGEST_WAIT);
    }
  }

  /** Until something is due; a pause where nothing is, or what is due may not be taken yet. */
  private Duration wait(Instant now) {
    try {
      Optional<Duration> due =
          ports
              .deliveries()
              .nextDue()
              .filter(now::isBefore)
              .map(time -> Duration.between(now, time));
      return Stream.of(due, limits.wait(now))
          .flatMap(Optional::stream)
          .reduce(pause, Dispatcher::shorter);
    } catch (RuntimeException e) {
      return LONGEST_WAIT;
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private List<Claim> claim(int most, Duration lease, ToIntFunction<StoreId> room) {
    boolean unmarked = ports.carriers().anyDeduplicates();
    return ports
        .deliveries()
        .claim(new ClaimRequest(ports.clock().instant(), lease, most, room, unmarked));
  }
}
