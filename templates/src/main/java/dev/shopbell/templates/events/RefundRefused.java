package dev.shopbell.templates.events;

/**
 * The shop does not pay money back, and says why.
 *
 * @param order which
 * @param refund how much was asked for
 * @param reason why not, in the shop's words
 */
@Event(value = "refund.refused", days = 7)
public record RefundRefused(Order order, Money refund, @Longest(300) String reason)
    implements StockEvent {}
