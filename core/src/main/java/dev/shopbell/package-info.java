/**
 * The front door: {@link dev.shopbell.Notifier} sends a store's notices. Everything it is made of
 * lies in the packages below, in the order in which a notice passes through them.
 */
@NullMarked
package dev.shopbell;

import org.jspecify.annotations.NullMarked;
