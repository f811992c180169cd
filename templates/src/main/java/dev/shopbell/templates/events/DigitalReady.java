package dev.shopbell.templates.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that is not sent by post can be had. The thing itself, a key or a code, stands in no
 * message: each is a link to a page behind the platform's login.
 *
 * @param order of which order
 * @param downloads each with what it is and the secret that the link leads to
 * @param viewUntil how long the links work; empty leaves it out
 */
@Event(value = "digital.ready", days = 7)
public record DigitalReady(
    Order order, @Longest(20) List<Download> downloads, Optional<Instant> viewUntil)
    implements StockEvent {
  public DigitalReady {
    downloads = List.copyOf(downloads);
  }
}
