package dev.shopbell.templates.events;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * An order has come in.
 *
 * @param order which
 * @param basket what was bought
 * @param payBefore by when it is to be paid; empty where it need not be said
 * @param payLink where it is paid, https; empty shows the order's page instead
 * @param addresses where it goes
 */
@Event(value = "order.placed", days = 1)
public record OrderPlaced(
    Order order,
    Basket basket,
    Optional<Instant> payBefore,
    Optional<URI> payLink,
    Addresses addresses)
    implements StockEvent {}
