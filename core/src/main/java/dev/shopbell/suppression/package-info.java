/**
 * Who must not be written to again, for each store by itself, and why. Asked by a gate before each
 * attempt, and by any transport that is guarded. Right of {@code transport}, left of {@code mime}.
 */
@NullMarked
package dev.shopbell.suppression;

import org.jspecify.annotations.NullMarked;
