/**
 * A store as its platform knows it: its mailboxes, its brand, its own accounts, and the directory
 * that is asked for them each time something is sent. First after the addresses in the flow.
 */
@NullMarked
package dev.shopbell.store;

import org.jspecify.annotations.NullMarked;
