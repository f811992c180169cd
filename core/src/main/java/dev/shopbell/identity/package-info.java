/**
 * Who a letter is from. {@link dev.shopbell.identity.SenderIdentity} decides it, for every kind of
 * mail, from values alone; the planner asks it and the transports obey.
 */
@NullMarked
package dev.shopbell.identity;

import org.jspecify.annotations.NullMarked;
