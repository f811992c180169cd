/**
 * For tests of transports and of hosts: the transport contract with providers to hold it against, a
 * recording transport, a settable clock, and assertions. Depends on the core, and nothing on it.
 */
@NullMarked
package dev.shopbell.testkit;

import org.jspecify.annotations.NullMarked;
