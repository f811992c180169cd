package dev.shopbell.templates.events;

import java.time.Instant;
import java.util.Optional;

/**
 * The shop pays money back.
 *
 * @param order which
 * @param refund how much
 * @param refundTo which account, {@code Visa ending in 4242}; empty says the one it came from
 * @param refundBy when it should be there; empty leaves it out
 */
@Event(value = "refund.agreed", days = 7)
public record RefundAgreed(
    Order order, Money refund, @Longest(80) Optional<String> refundTo, Optional<Instant> refundBy)
    implements StockEvent {}
