package dev.shopbell.templates.events;

import java.net.URI;
import java.time.Instant;

/**
 * A buyer has joined a group that is not complete.
 *
 * @param order which
 * @param group which buys what
 * @param missing how many are still wanted
 * @param endsAt until when
 * @param shareLink what to pass on to friends, https
 */
@Event(value = "group.joined", days = 1)
public record GroupJoined(Order order, Group group, int missing, Instant endsAt, URI shareLink)
    implements StockEvent {}
