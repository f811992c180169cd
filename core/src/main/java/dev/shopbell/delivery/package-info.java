/**
 * Notices on their way: what is queued, claimed, begun, attempted and ended, what follows from each
 * outcome, and the dispatcher that carries it out. Left of {@code inbound}.
 */
@NullMarked
package dev.shopbell.delivery;

import org.jspecify.annotations.NullMarked;
