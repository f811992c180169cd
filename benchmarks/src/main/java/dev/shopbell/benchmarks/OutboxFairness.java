package dev.shopbell.benchmarks;

import dev.shopbell.benchmarks.outbox.FairnessRows;
import dev.shopbell.benchmarks.outbox.Options;

/**
 * How long a store's single notice waits behind another store's flood, and what the process holds
 * of that. Run by {@code benchmarks/run --main OutboxFairness [URL USER PASSWORD] [--queued=N]
 * [--keep]}; without a URL on a SQLite file, without a number with a million.
 */
final class OutboxFairness {
  private OutboxFairness() {}

  /** Measures one database. */
  public static void main(String[] args) throws Exception {
    FairnessRows.run(Options.of(args));
  }
}
