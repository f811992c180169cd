package dev.shopbell.benchmarks.outbox;

import dev.shopbell.benchmarks.outbox.Ours.Manner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast our queue is worked off, however much is in it: short queues and long ones by turns,
 * since the tables beside the queue grow meanwhile.
 */
final class DrainRows {
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;
  private static final int MILLION = 1_000_000;
  private static final int COMMIT = 100;
  private static final int ROUNDS = 5;

  private final Ours ours;

  DrainRows(Ours ours) {
    this.ours = ours;
  }

  /** The rate with begin at a hundred thousand, which is what peers are compared with. */
  Rate run(boolean million) throws Exception {
    Report.title("worked off by eight threads, medians of " + ROUNDS);
    for (Manner manner : Manner.ALL) {
      drain(MANY, manner);
    }
    Map<Manner, List<Rate>> few = new HashMap<>();
    Map<Manner, List<Rate>> many = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Manner manner : Manner.ALL) {
        add(few, manner, drain(FEW, manner));
        add(many, manner, drain(MANY, manner));
      }
    }
    for (Manner manner : Manner.ALL) {
      Report.row(FEW + " queued, " + manner, Rate.median(few.get(manner)));
      row(MANY, manner, Rate.median(many.get(manner)), Rate.median(few.get(manner)));
    }
    if (million) {
      for (Manner manner : Manner.ALL.subList(0, 2)) {
        row(MILLION, manner, drain(MILLION, manner), Rate.median(few.get(manner)));
      }
    }
    return Rate.median(many.get(Manner.ALL.get(0)));
  }

  private static void add(Map<Manner, List<Rate>> rates, Manner manner, Rate rate) {
    rates.computeIfAbsent(manner, key -> new ArrayList<>()).add(rate);
  }

  private Rate drain(int notices, Manner manner) throws Exception {
    ours.store(notices, COMMIT);
    return Rate.of(() -> ours.drain(manner));
  }

  private static void row(int queued, Manner manner, Rate rate, Rate few) {
    Report.row(queued + " queued, " + manner, rate, few, "that at " + FEW);
  }
}
