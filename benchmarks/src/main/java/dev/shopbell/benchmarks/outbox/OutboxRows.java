package dev.shopbell.benchmarks.outbox;

import dev.shopbell.benchmarks.outbox.StoreRows.Stored;
import dev.shopbell.jdbc.JdbcOutbox;
import java.util.List;

/** All rows, in their order. */
public final class OutboxRows {
  private static final int DESK = 50_000;
  private static final int LIMIT = 100_000;
  private static final int COMMIT = 100;

  private final Options options;
  private final Place place;
  private final Crew crew;

  private OutboxRows(Options options, Place place, Crew crew) {
    this.options = options;
    this.place = place;
    this.crew = crew;
  }

  /** Measures one database. */
  public static void run(Options options) throws Exception {
    try (Place place = new Place(options);
        Crew crew = new Crew()) {
      new OutboxRows(options, place, crew).run();
    }
  }

  private void run() throws Exception {
    Ours ours = new Ours(place.outbox(), crew);
    Bare bare = new Bare(place, crew);
    Stored stored = new StoreRows(ours, bare, place).run();
    Rate drained = new DrainRows(ours).run(options.million());
    desk();
    if (options.postgres()) {
      limit(bare, drained);
    }
    if (options.postgres() && options.peers()) {
      new PeerRows(options, crew, place.prefix(), stored, drained).run();
    }
  }

  private void desk() throws Exception {
    Report.title("worked off by a notifier with " + Desk.WORKERS + " workers");
    desk(false, DESK);
    for (boolean deduplicates : List.of(false, true)) {
      String name = deduplicates ? "transport that de-duplicates" : "transport that does not";
      Report.row(name, desk(deduplicates, DESK));
    }
  }

  private Rate desk(boolean deduplicates, int notices) throws Exception {
    JdbcOutbox outbox = place.open();
    new Ours(outbox, crew).store(notices, COMMIT);
    return new Desk(outbox, deduplicates).drain(notices);
  }

  private void limit(Bare bare, Rate drained) throws Exception {
    Report.title("the limit: one table, deleted with SKIP LOCKED and RETURNING");
    bare.store(LIMIT / 10, COMMIT);
    bare.drain();
    bare.clear();
    bare.store(LIMIT, COMMIT);
    Rate limit = Rate.of(bare::drain);
    Report.row("bare table", limit);
    Report.row("ours, with begin at 100000", drained, limit, "the limit");
  }
}
