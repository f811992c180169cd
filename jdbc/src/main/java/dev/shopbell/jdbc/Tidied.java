package dev.shopbell.jdbc;

/**
 * What went when an outbox was tidied.
 *
 * @param deliveries how many deliveries, each with all that was kept of it
 * @param names how many callers' keys
 * @param reports how many receipts without a delivery, and soft bounces
 * @param more true when there may be more to look at: call again
 */
public record Tidied(int deliveries, int names, int reports, boolean more) {}
