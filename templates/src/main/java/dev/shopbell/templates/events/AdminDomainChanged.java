package dev.shopbell.templates.events;

import dev.shopbell.domain.DomainState;
import dev.shopbell.notice.Audience;
import java.net.URI;
import java.util.Optional;

/**
 * The shop's own domain is in another state.
 *
 * @param domain which
 * @param state the new one
 * @param cause why; empty leaves it out
 * @param domainLink its settings; empty leaves the button out
 */
@Event(value = "admin.domain.changed", audience = Audience.ADMINS, channels = "email")
public record AdminDomainChanged(
    @Longest(253) String domain,
    DomainState state,
    @Longest(300) Optional<String> cause,
    Optional<URI> domainLink)
    implements StockEvent {}
