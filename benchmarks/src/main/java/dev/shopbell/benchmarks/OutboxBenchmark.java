package dev.shopbell.benchmarks;

import dev.shopbell.benchmarks.outbox.Options;
import dev.shopbell.benchmarks.outbox.OutboxRows;

/**
 * Notices a second through an outbox: stored beside bare inserts, worked off by threads that do
 * nothing with them, and on PostgreSQL peers doing the same. Run by {@code benchmarks/run --main
 * OutboxBenchmark [URL USER PASSWORD] [--million] [--no-peers] [--keep]}; without a URL on a SQLite
 * file. Tables are taken away afterwards unless they are to be kept.
 */
final class OutboxBenchmark {
  private OutboxBenchmark() {}

  /** Measures one database. */
  public static void main(String[] args) throws Exception {
    OutboxRows.run(Options.of(args));
  }
}
