package dev.shopbell.benchmarks.outbox;

import dev.shopbell.benchmarks.outbox.Ours.Manner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast our queue is worked off, however much is in it. */
final class DrainRows {
  private static final int FEW = 10_000;
  private static final int MANY = 100_000;
  private static final int MILLION = 1_000_000;
  private static final int COMMIT = 100;
  private static final int ROUNDS = 3;

  private final Ours ours;
  private final Map<Manner, Rate> few = new HashMap<>();

  DrainRows(Ours ours) {
    this.ours = ours;
  }

  /** The rate with begin at a hundred thousand, which is what peers are compared with. */
  Rate run(boolean million) throws Exception {
    Report.title("worked off by eight threads, medians of " + ROUNDS);
    for (Manner manner : Manner.ALL) {
      drain(MANY, manner);
    }
    measure(FEW, ROUNDS).forEach(this::few);
    Map<Manner, Rate> many = measure(MANY, ROUNDS);
    many.forEach((manner, rate) -> row(MANY, manner, rate));
    if (million) {
      for (Manner manner : Manner.ALL.subList(0, 2)) {
        row(MILLION, manner, drain(MILLION, manner));
      }
    }
    return many.get(Manner.ALL.get(0));
  }

  /** By turns, so that no manner has a table to itself that is smaller than another's. */
  private Map<Manner, Rate> measure(int notices, int rounds) throws Exception {
    Map<Manner, List<Rate>> rates = new HashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Manner manner : Manner.ALL) {
        rates.computeIfAbsent(manner, key -> new ArrayList<>()).add(drain(notices, manner));
      }
    }
    Map<Manner, Rate> medians = new LinkedHashMap<>();
    Manner.ALL.forEach(manner -> medians.put(manner, Rate.median(rates.get(manner))));
    return medians;
  }

  private Rate drain(int notices, Manner manner) throws Exception {
    ours.store(notices, COMMIT);
    return Rate.of(() -> ours.drain(manner));
  }

  private void few(Manner manner, Rate rate) {
    few.put(manner, rate);
    Report.row(FEW + " queued, " + manner, rate);
  }

  private void row(int queued, Manner manner, Rate rate) {
    Report.row(queued + " queued, " + manner, rate, few.get(manner), "that at " + FEW);
  }
}
