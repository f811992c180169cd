package dev.shopbell.benchmarks.outbox;

import dev.shopbell.benchmarks.outbox.Ours.Manner;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.Submission;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long one store's single notice waits, from its commit to the beginning of its attempt, while
 * another store's flood is worked off; and what the process holds of that flood.
 */
public final class FairnessRows {
  private static final Manner MANNER = Manner.ALL.get(0);
  private static final StoreId SMALL = new StoreId("small");
  private static final int FEW = 10_000;
  private static final int COMMIT = 100;
  private static final int PAUSE = 50;

  private final Ours ours;
  private final int queued;

  private FairnessRows(Ours ours, int queued) {
    this.ours = ours;
    this.queued = queued;
  }

  /** Measures one database. */
  public static void run(Options options) throws Exception {
    try (Place place = new Place(options);
        Crew crew = new Crew()) {
      new FairnessRows(new Ours(place.outbox(), crew), options.queued()).run();
    }
  }

  private void run() throws Exception {
    flood(FEW, new Waits());
    Waits few = new Waits();
    flood(FEW, few);
    Waits many = new Waits();
    Rate rate = flood(queued, many);
    Report.row(queued + " queued, one store", rate);
    Report.value("single notices of another store", Integer.toString(many.sorted().size()));
    Report.value("commit to attempt, median", many.quantile(0.5));
    Report.value("commit to attempt, 99 %", many.quantile(0.99));
    Report.value("commit to attempt, longest", many.quantile(1));
    Report.value("heap in use midway at " + FEW, few.heap());
    Report.value("heap in use midway at " + queued, many.heap());
  }

  private Rate flood(int notices, Waits waits) throws Exception {
    ours.store("flood", notices, COMMIT);
    AtomicInteger drained = new AtomicInteger();
    Thread small = new Thread(() -> trickle(notices, drained, waits), "small");
    small.setDaemon(true);
    small.start();
    Rate rate = Rate.of(() -> ours.drain(MANNER, drained, waits::begun));
    small.join();
    ours.drain(MANNER, new AtomicInteger(), waits::begun);
    return rate;
  }

  /** A notice at a time, for as long as the flood lasts. */
  private void trickle(int notices, AtomicInteger drained, Waits waits) {
    while (drained.get() < notices * 0.9) {
      if (drained.get() >= notices / 2) {
        waits.look();
      }
      Submission submission = Samples.submission(SMALL.value(), 1);
      ours.store(submission);
      waits.committed(submission);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** When single notices were committed and begun, and the heap midway. */
  private static final class Waits {
    private final Map<String, Long> committed = new ConcurrentHashMap<>();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private volatile long heap;

    void committed(Submission submission) {
      committed.put(submission.deliveries().get(0).id().value(), System.nanoTime());
    }

    void begun(List<Claim> claims) {
      for (Claim claim : claims) {
        if (claim.delivery().notice().store().equals(SMALL)) {
          begun.put(claim.delivery().id().value(), System.nanoTime());
        }
      }
    }

    void look() {
      if (heap == 0) {
        heap = Heap.inUse();
      }
    }

    List<Long> sorted() {
      return committed.entrySet().stream()
          .map(one -> Math.max(0, begun.get(one.getKey()) - one.getValue()))
          .sorted()
          .toList();
    }

    String quantile(double part) {
      List<Long> sorted = sorted();
      int place = (int) Math.ceil(part * sorted.size()) - 1;
      return String.format(Locale.ROOT, "%.1f ms", sorted.get(Math.max(0, place)) / 1e6);
    }

    String heap() {
      return String.format(Locale.ROOT, "%.1f MB", heap / 1e6);
    }
  }
}
