package dev.shopbell.templates.events;

import dev.shopbell.notice.Payer;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The payment of an order has come in. Its text message costs the store nothing.
 *
 * @param order which
 * @param basket what was paid for
 * @param paidAt when
 * @param payMethod how, {@code Visa ···· 4242}; empty leaves it out
 * @param addresses where it goes
 * @param links where the buyer reads on
 * @param coupon for the next order; empty, or without consent, it is not shown
 * @param adminLink the order's page for the shop's admins, who are told beside it
 */
@Event(value = "order.paid", payer = Payer.PLATFORM)
public record OrderPaid(
    Order order,
    Basket basket,
    Instant paidAt,
    @Longest(80) Optional<String> payMethod,
    Addresses addresses,
    Links links,
    Optional<Coupon> coupon,
    Optional<URI> adminLink)
    implements StockEvent {}
