package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LeaderCommitTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  /** Doubles; the first transaction waits for {@link #go}, and a batch with 13 in it fails. */
  private List<Optional<Integer>> doubled(List<Integer> values) {
    batches.add(values);
    entered.countDown();
    awaitOpen(go);
    if (values.contains(13)) {
      throw new OutboxException("13");
    }
    return values.stream().map(value -> Optional.of(2 * value)).toList();
  }

  private static void awaitParked(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void eachHasItsOwnResult() throws Exception {
    LeaderCommit<Integer, Integer> commit = new LeaderCommit<>(2, LONG, this::doubled);
    go.countDown();
    AtomicInteger next = new AtomicInteger(100);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int thread = 0; thread < 16; thread++) {
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 2_000; i++) {
                  int value = next.incrementAndGet();
                  assertThat(commit.apply(value)).contains(2 * value);
                }
                return true;
              }));
    }
    for (Future<Boolean> one : all) {
      assertThat(one.get()).isTrue();
    }
    assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(32_000);
  }

  @Test
  void whatComesMeanwhileSharesTheNext() throws Exception {
    LeaderCommit<Integer, Integer> commit = new LeaderCommit<>(1, LONG, this::doubled);
    Future<Optional<Integer>> first = threads.submit(() -> commit.apply(1));
    entered.await();
    List<Future<Optional<Integer>>> later = new ArrayList<>();
    for (int i = 2; i < 6; i++) {
      int value = i;
      CountDownLatch started = new CountDownLatch(1);
      Thread[] thread = new Thread[1];
      later.add(
          threads.submit(
              () -> {
                thread[0] = Thread.currentThread();
                started.countDown();
                return commit.apply(value);
              }));
      started.await();
      awaitParked(thread[0]);
    }
    go.countDown();
    assertThat(first.get()).contains(2);
    for (Future<Optional<Integer>> one : later) {
      assertThat(one.get().orElseThrow()).isBetween(4, 10);
    }
    assertThat(batches).containsExactly(List.of(1), List.of(2, 3, 4, 5));
  }

  @Test
  void whatATransactionFailsOfIsToldToAllInItAndEndsNothing() {
    LeaderCommit<Integer, Integer> commit = new LeaderCommit<>(1, LONG, this::doubled);
    go.countDown();
    assertThatThrownBy(() -> commit.apply(13)).isInstanceOf(OutboxException.class);
    assertThat(commit.apply(1)).contains(2);
  }

  @Test
  void whoIsInterruptedHasItsResultAndStaysInterrupted() throws Exception {
    LeaderCommit<Integer, Integer> commit = new LeaderCommit<>(1, LONG, this::doubled);
    Future<Optional<Integer>> first = threads.submit(() -> commit.apply(1));
    entered.await();
    boolean[] interrupted = new boolean[1];
    Thread second =
        new Thread(
            () -> {
              commit.apply(2);
              interrupted[0] = Thread.interrupted();
            });
    second.start();
    awaitParked(second);
    second.interrupt();
    while (second.isInterrupted()) {
      LockSupport.parkNanos(1);
    }
    go.countDown();
    second.join();
    assertThat(first.get()).contains(2);
    assertThat(interrupted[0]).isTrue();
  }

  @Test
  void whoNobodyTakesInTimeGoesAlone() throws Exception {
    LeaderCommit<Integer, Integer> commit = new LeaderCommit<>(1, Duration.ZERO, this::doubled);
    Future<Optional<Integer>> first = threads.submit(() -> commit.apply(1));
    entered.await();
    assertThat(commit.apply(2)).isEmpty();
    go.countDown();
    assertThat(first.get()).contains(2);
    assertThat(batches).containsExactly(List.of(1));
  }

  @Test
  void whoseValueIsTakenWaitsAlsoWhereItCouldLead() throws Exception {
    Map<Integer, CountDownLatch> gates =
        Map.of(1, new CountDownLatch(1), 2, new CountDownLatch(1), 3, new CountDownLatch(1));
    CountDownLatch[] entered = {
      new CountDownLatch(0), new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1)
    };
    LeaderCommit<Integer, Integer> commit =
        new LeaderCommit<>(
            2,
            LONG,
            values -> {
              entered[values.get(0)].countDown();
              awaitOpen(gates.get(values.get(0)));
              return values.stream().map(Optional::of).toList();
            });
    List<Thread> all = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      int value = i;
      Thread thread = new Thread(() -> commit.apply(value));
      all.add(thread);
      thread.start();
      if (i < 3) {
        entered[i].await();
      } else {
        awaitParked(thread);
      }
    }
    gates.get(1).countDown();
    entered[3].await();
    gates.get(2).countDown();
    all.get(1).join();
    Thread taken = all.get(3);
    taken.interrupt();
    while (taken.isInterrupted()) {
      LockSupport.parkNanos(1);
    }
    awaitParked(taken);
    gates.get(3).countDown();
    for (Thread thread : all) {
      thread.join();
    }
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
