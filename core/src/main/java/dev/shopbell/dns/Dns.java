package dev.shopbell.dns;

import java.util.concurrent.CompletableFuture;

/** Asks the DNS. Called by many threads; a host or a test may bring its own. */
@FunctionalInterface
public interface Dns {
  /**
   * Asks one question. The answer comes within the time that the client allows, and never as an
   * exception: what went wrong is {@link DnsAnswer.CouldNotAsk}. Who cancels the future has given
   * the question up.
   */
  CompletableFuture<DnsAnswer> ask(DnsQuestion question);
}
