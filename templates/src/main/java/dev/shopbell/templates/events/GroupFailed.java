package dev.shopbell.templates.events;

/**
 * A group was not completed in time; what was paid goes back.
 *
 * @param order which
 * @param group which wanted to buy what
 * @param refund what goes back
 */
@Event("group.failed")
public record GroupFailed(Order order, Group group, Money refund) implements StockEvent {}
