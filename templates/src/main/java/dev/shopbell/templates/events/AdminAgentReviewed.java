package dev.shopbell.templates.events;

import dev.shopbell.notice.Audience;
import java.net.URI;
import java.util.Optional;

/**
 * The identity check of one who answers customers is done.
 *
 * @param agent whose account
 * @param approved whether it was passed
 * @param reason why not; empty leaves it out
 * @param agentsLink the accounts; empty leaves the button out
 */
@Event(value = "admin.agent.reviewed", audience = Audience.ADMINS, channels = "email")
public record AdminAgentReviewed(
    @Longest(80) String agent,
    boolean approved,
    @Longest(300) Optional<String> reason,
    Optional<URI> agentsLink)
    implements StockEvent {}
