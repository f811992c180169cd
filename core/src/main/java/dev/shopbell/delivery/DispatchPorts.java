package dev.shopbell.delivery;

import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.plan.Planner;
import dev.shopbell.store.StoreDirectory;
import java.time.Clock;

/**
 * What dispatching asks.
 *
 * @param stores the stores' settings
 * @param types the types of notice
 * @param planner whether, by which channel and from whom
 * @param composer the message
 * @param carriers who carries it
 * @param deliveries where deliveries are kept
 * @param listeners who is told
 * @param tracing who follows a notice from its sender to its attempts
 * @param clock the time
 */
public record DispatchPorts(
    StoreDirectory stores,
    NoticeTypes types,
    Planner planner,
    Composer composer,
    Carriers carriers,
    DeliveryStore deliveries,
    Listeners listeners,
    Tracing tracing,
    Clock clock) {}
