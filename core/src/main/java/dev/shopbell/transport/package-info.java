/**
 * What a plug-in author writes: one method that hands one message to one provider and says what
 * became of it. Failover, round robin and breaker are transports themselves.
 */
@NullMarked
package dev.shopbell.transport;

import org.jspecify.annotations.NullMarked;
