package dev.shopbell.templates.events;

import java.net.URI;
import java.util.Optional;

/**
 * A case after the sale has moved on.
 *
 * @param order of which order
 * @param caseNumber as the shop's own pages show it
 * @param step how far it has come
 * @param message what the shop adds; empty leaves it out
 * @param caseLink the case's page, https; empty shows the order's
 */
@Event("aftersales.updated")
public record AfterSalesUpdated(
    Order order,
    @Longest(64) String caseNumber,
    AfterSalesStep step,
    @Longest(300) Optional<String> message,
    Optional<URI> caseLink)
    implements StockEvent {}
