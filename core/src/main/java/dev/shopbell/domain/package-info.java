/**
 * What is known of a store's mail domain when something is sent: its state, and the policy that the
 * world applies to it. Feeds the sender's identity.
 */
@NullMarked
package dev.shopbell.domain;

import org.jspecify.annotations.NullMarked;
