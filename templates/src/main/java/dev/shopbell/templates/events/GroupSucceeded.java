package dev.shopbell.templates.events;

/**
 * A group is complete.
 *
 * @param order which
 * @param group which buys what
 */
@Event("group.succeeded")
public record GroupSucceeded(Order order, Group group) implements StockEvent {}
