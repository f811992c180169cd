/**
 * How a {@link dev.shopbell.Notifier} is, for those who run it: health for Boot's actuator, meters
 * and observations for Micrometer. Each is there where its library is; the notifier knows none of
 * them.
 *
 * <p>notices and attempts ─► {@code TransportWatch}, {@code ObservationTracing}, {@code
 * NotifierMeters} ─► {@code NotifierHealth}, a registry of meters, traces.
 */
@NullMarked
package dev.shopbell.spring.watch;

import org.jspecify.annotations.NullMarked;
