package dev.shopbell.templates.events;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment did not go through. The goods stay reserved.
 *
 * @param order which
 * @param basket what is held for the buyer
 * @param problem why, in words that tell nothing of risk checks
 * @param keptUntil until when the goods are held; empty says only that they are
 * @param payLink where it can be tried again, https
 */
@Event(value = "payment.failed", days = 1)
public record PaymentFailed(
    Order order, Basket basket, PaymentProblem problem, Optional<Instant> keptUntil, URI payLink)
    implements StockEvent {}
