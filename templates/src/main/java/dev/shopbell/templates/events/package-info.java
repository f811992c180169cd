/**
 * The events of the stock set, a record each: what a caller gives, with its types, and from which
 * the variables of the notice's type follow. Nothing of how it is said stands here.
 */
@NullMarked
package dev.shopbell.templates.events;

import org.jspecify.annotations.NullMarked;
