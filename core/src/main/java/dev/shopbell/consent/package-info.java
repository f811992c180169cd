/**
 * What recipients said they want and do not want: of each store, for each purpose, on each channel.
 * Asked by a gate before each attempt. Right of {@code plan}, left of {@code transport}.
 */
@NullMarked
package dev.shopbell.consent;

import org.jspecify.annotations.NullMarked;
