package dev.shopbell.benchmarks.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast notices are stored, beside inserts into a bare table through the same connections, in
 * short rounds by turns so that whatever disturbs the machine disturbs both.
 */
final class StoreRows {
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 15;
  private static final int ROUND = 1_000;
  private static final int MANY = 100;
  private static final int MANY_ROUND = 20_000;
  private static final int MANY_ROUNDS = 5;

  /**
   * How fast ours was.
   *
   * @param each one a commit
   * @param many a hundred a commit
   */
  record Stored(Rate each, Rate many) {}

  private final Ours ours;
  private final Bare bare;

  StoreRows(Ours ours, Bare bare) {
    this.ours = ours;
    this.bare = bare;
  }

  Stored run() throws Exception {
    Report.title("stored by eight threads");
    for (int round = 0; round < WARM_UPS; round++) {
      bare.store(ROUND, 1);
      ours.store(ROUND, 1);
    }
    Rate each = rounds(ROUNDS, ROUND, 1);
    Rate many = rounds(MANY_ROUNDS, MANY_ROUND, MANY);
    return new Stored(each, many);
  }

  private Rate rounds(int rounds, int notices, int commit) throws Exception {
    List<Rate> bares = new ArrayList<>();
    List<Rate> stored = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      if (round % 2 == 0) {
        bares.add(Rate.of(() -> bare.store(notices, commit)));
      }
      stored.add(Rate.of(() -> ours.store(notices, commit)));
      if (round % 2 == 1) {
        bares.add(Rate.of(() -> bare.store(notices, commit)));
      }
    }
    String name = commit + " a commit";
    Report.row(name + ", bare insert", Rate.median(bares));
    Report.row(name + ", ours", Rate.median(stored));
    Report.value(name + ", median of " + rounds + " ratios", ratio(stored, bares));
    bare.clear();
    return Rate.median(stored);
  }

  private static String ratio(List<Rate> stored, List<Rate> bares) {
    double[] ratios = new double[stored.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = stored.get(i).perSecond() / bares.get(i).perSecond();
    }
    return String.format(Locale.ROOT, "%.3f", Rate.median(ratios));
  }
}
