package dev.shopbell.templates.events;

import dev.shopbell.notice.Audience;
import java.net.URI;
import java.util.Optional;

/**
 * The shop's text messages run out.
 *
 * @param remaining how many are left
 * @param daysLeft how long they last at the present rate; empty leaves it out
 * @param topUpLink where more are bought; empty leaves the button out
 */
@Event(value = "admin.sms.low", audience = Audience.ADMINS, channels = "email")
public record AdminSmsLow(int remaining, Optional<Integer> daysLeft, Optional<URI> topUpLink)
    implements StockEvent {}
