package dev.shopbell.templates.events;

import dev.shopbell.notice.Audience;
import java.net.URI;
import java.util.Optional;

/**
 * An order needs the shop's attention.
 *
 * @param order which
 * @param problem what it is
 * @param note more of it; empty leaves it out
 * @param adminLink the order's page for admins; empty leaves the button out
 */
@Event(value = "admin.order.abnormal", audience = Audience.ADMINS, channels = "email")
public record AdminOrderAbnormal(
    Order order, OrderProblem problem, @Longest(300) Optional<String> note, Optional<URI> adminLink)
    implements StockEvent {}
