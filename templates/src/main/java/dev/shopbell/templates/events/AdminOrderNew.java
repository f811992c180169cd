package dev.shopbell.templates.events;

import dev.shopbell.notice.Audience;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The shop has a paid order: what its admins are told beside {@link OrderPaid}.
 *
 * @param order which
 * @param basket what was paid for
 * @param paidAt when
 * @param addresses where it goes
 * @param adminLink the order's page for admins; empty leaves the button out
 */
@Event(
    value = "admin.order.new",
    audience = Audience.ADMINS,
    beside = "order.paid",
    channels = "email")
public record AdminOrderNew(
    Order order, Basket basket, Instant paidAt, Addresses addresses, Optional<URI> adminLink)
    implements StockEvent {}
