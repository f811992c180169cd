package dev.shopbell.templates.events;

import java.time.Instant;
import java.util.Optional;

/**
 * A buyer has asked for money back.
 *
 * @param order which
 * @param refund how much
 * @param requestedAt when
 * @param reason why, in the buyer's words; empty leaves it out
 */
@Event("refund.requested")
public record RefundRequested(
    Order order, Money refund, Instant requestedAt, @Longest(300) Optional<String> reason)
    implements StockEvent {}
