package dev.shopbell.benchmarks.outbox;

import dev.shopbell.benchmarks.outbox.Ours.Manner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How fast notices are stored, beside inserts into a bare table through the same connections, in
 * short rounds by turns so that whatever disturbs the machine disturbs all. Every way is warmed up
 * for longer than it is measured.
 */
final class StoreRows {
  private static final int ROUNDS = 15;
  private static final int ROUND = 1_000;
  private static final int MANY = 100;
  private static final int MANY_ROUND = 20_000;
  private static final int MANY_ROUNDS = 5;
  private static final String BARE = "bare insert";
  private static final String OURS = "ours";

  /** One way to store so many, each commit with that many. */
  private interface Way {
    int store(int notices, int commit) throws Exception;
  }

  /**
   * How fast ours was.
   *
   * @param each one a commit
   * @param many a hundred a commit
   */
  record Stored(Rate each, Rate many) {}

  private final Ours ours;
  private final Bare bare;
  private final Map<String, Way> ways = new LinkedHashMap<>();

  StoreRows(Ours ours, Bare bare, Place place) {
    this.ours = ours;
    this.bare = bare;
    ways.put(BARE, bare::store);
    ways.put(OURS, ours::store);
    place
        .outbox()
        .dataSource()
        .ifPresent(
            source ->
                ways.put(OURS + ", in the caller's transaction", within(ours, place, source)));
  }

  private static Way within(Ours ours, Place place, DataSource source) {
    return (notices, commit) -> ours.storeWithin(place.outbox(), source, notices, commit);
  }

  Stored run() throws Exception {
    Report.title("stored by eight threads");
    return new Stored(rounds(ROUNDS, ROUND, 1), rounds(MANY_ROUNDS, MANY_ROUND, MANY));
  }

  private Rate rounds(int rounds, int notices, int commit) throws Exception {
    turns(2 * rounds, notices, commit);
    Map<String, List<Rate>> rates = turns(rounds, notices, commit);
    List<Rate> bares = rates.get(BARE);
    for (Map.Entry<String, List<Rate>> way : rates.entrySet()) {
      String name = commit + " a commit, " + way.getKey();
      Report.row(name, Rate.median(way.getValue()));
      if (way.getValue() != bares) {
        String ratios = name + ", median of " + rounds + " ratios";
        Report.value(ratios, ratio(way.getValue(), bares));
      }
    }
    return Rate.median(rates.get(OURS));
  }

  /** Each way once a round, and another first each time; then all is worked off. */
  private Map<String, List<Rate>> turns(int rounds, int notices, int commit) throws Exception {
    Map<String, List<Rate>> rates = new LinkedHashMap<>();
    List<String> names = List.copyOf(ways.keySet());
    names.forEach(name -> rates.put(name, new ArrayList<>()));
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < names.size(); turn++) {
        String name = names.get((round + turn) % names.size());
        rates.get(name).add(Rate.of(() -> ways.get(name).store(notices, commit)));
      }
    }
    bare.clear();
    ours.drain(Manner.ALL.get(0));
    return rates;
  }

  private static String ratio(List<Rate> stored, List<Rate> bares) {
    double[] ratios = new double[stored.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = stored.get(i).perSecond() / bares.get(i).perSecond();
    }
    return String.format(Locale.ROOT, "%.3f", Rate.median(ratios));
  }
}
