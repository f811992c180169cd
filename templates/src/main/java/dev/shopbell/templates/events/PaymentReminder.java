package dev.shopbell.templates.events;

import java.net.URI;
import java.time.Instant;

/**
 * An order is still to be paid.
 *
 * @param order which
 * @param basket what is held for the buyer
 * @param payBefore until when
 * @param payLink where it is paid, https
 */
@Event(value = "payment.reminder", days = 1)
public record PaymentReminder(Order order, Basket basket, Instant payBefore, URI payLink)
    implements StockEvent {}
