package dev.shopbell.templates.events;

import java.time.Instant;
import java.util.Optional;

/**
 * Something holds an order up, and the buyer can help.
 *
 * @param order which
 * @param problem what it is
 * @param note more of it in the shop's words; empty leaves it out
 * @param answerBefore by when an answer is needed; empty leaves it out
 */
@Event("order.abnormal")
public record OrderAbnormal(
    Order order,
    OrderProblem problem,
    @Longest(300) Optional<String> note,
    Optional<Instant> answerBefore)
    implements StockEvent {}
