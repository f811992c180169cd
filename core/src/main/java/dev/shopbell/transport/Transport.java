package dev.shopbell.transport;

/**
 * Hands messages to one kind of provider. One object serves all threads, all stores and all
 * endpoints; what it keeps between messages it keeps per {@link SendContext#endpoint()}.
 *
 * <p>It never retries a message, never sleeps, and never logs a credential or a recipient in full.
 * It may connect again before anything of a message has left. It returns by the context's deadline
 * plus the grace that {@link #info()} states, also when the thread is interrupted.
 */
public interface Transport extends AutoCloseable {
  /** What this transport is and can do. Always the same. */
  TransportInfo info();

  /**
   * Hands one message over and says what became of it. What the provider refuses is an {@link
   * Outcome} and no exception. Any exception counts as unknown, but a {@link TransportException}
   * that says that nothing left.
   *
   * @throws TransportException when the wire broke; it says whether the message may have left
   * @throws InterruptedException when the thread was interrupted and the message may have left
   */
  Outcome send(OutboundMessage message, SendContext context)
      throws TransportException, InterruptedException;

  /**
   * Ends what is kept between messages. A message under way may become unknown. A second call does
   * nothing.
   */
  @Override
  default void close() {}
}
