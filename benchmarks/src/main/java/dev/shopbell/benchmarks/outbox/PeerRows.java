package dev.shopbell.benchmarks.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.shopbell.benchmarks.outbox.StoreRows.Stored;
import javax.sql.DataSource;

/**
 * The peers, one after the other, each with handlers that do nothing, texts as long as our rows,
 * eight threads, and a schema that is taken away afterwards. Its tables are analysed before they
 * are worked off, so that no plan is at chance's mercy.
 */
final class PeerRows {
  private static final int CONNECTIONS = 20;
  private static final int COMMIT = 100;
  private static final int EACH = 2_000;

  private final Options options;
  private final Crew crew;
  private final String schema;
  private final Stored stored;
  private final Rate drained;

  private interface Opening {
    Peer open(DataSource source) throws Exception;
  }

  PeerRows(Options options, Crew crew, String prefix, Stored stored, Rate drained) {
    this.options = options;
    this.crew = crew;
    this.schema = prefix + "peers";
    this.stored = stored;
    this.drained = drained;
  }

  void run() throws Exception {
    Report.title("peers, beside ours with begin at 100000");
    run(DbSchedulerPeer::new);
    run(source -> new TransactionOutboxPeer(source, crew));
    run(JobRunrPeer::new);
  }

  private void run(Opening opening) throws Exception {
    HikariConfig config = Place.config(options, CONNECTIONS);
    config.setSchema(schema);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    try (HikariDataSource source = new HikariDataSource(config)) {
      Place.run(source, "CREATE SCHEMA " + schema);
      try (Peer peer = opening.open(source)) {
        measure(peer, source);
      } finally {
        Place.run(source, "DROP SCHEMA " + schema + " CASCADE");
      }
    }
  }

  private void measure(Peer peer, DataSource source) throws Exception {
    each(peer);
    many(peer, peer.notices() - EACH);
    drain(peer, source, peer.notices());
    Rate each = Rate.of(() -> each(peer));
    Rate many = Rate.of(() -> many(peer, peer.notices() - EACH));
    Rate drain = drain(peer, source, peer.notices());
    Report.peer(peer.name() + ", 1 a commit", each, stored.each());
    Report.peer(peer.name() + ", 100 a commit", many, stored.many());
    Report.peer(peer.name() + ", worked off", drain, drained);
  }

  private int each(Peer peer) throws Exception {
    crew.times(EACH, peer::storeOne);
    return EACH;
  }

  private int many(Peer peer, int notices) throws Exception {
    crew.times(notices / COMMIT, () -> peer.storeMany(COMMIT));
    return notices;
  }

  private static Rate drain(Peer peer, DataSource source, int notices) throws Exception {
    for (String table : Place.tables(source, "")) {
      Place.run(source, "ANALYZE " + table);
    }
    return peer.drain(notices);
  }
}
