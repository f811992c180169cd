package dev.shopbell.benchmarks.outbox;

/** A library that works rows of a table off, too, in a schema of its own. */
interface Peer extends AutoCloseable {
  /** Its name, version and settings. */
  String name();

  /** How many it is measured with. */
  int notices();

  /** Stores one in a transaction of its own. Called by eight threads. */
  void storeOne() throws Exception;

  /** Stores so many in one go. Called by eight threads. */
  void storeMany(int notices) throws Exception;

  /**
   * Works off so many, which are all there are, with eight threads and handlers that only count.
   */
  Rate drain(int notices) throws Exception;

  @Override
  void close();
}
