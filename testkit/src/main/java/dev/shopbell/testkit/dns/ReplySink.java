package dev.shopbell.testkit.dns;

/** Where an answer goes: a datagram's sender or a connection. */
interface ReplySink {
  /** Sends a whole message. */
  void send(byte[] message);

  /** Begins the longest of messages and never ends it. */
  void trickle(byte[] beginning);
}
