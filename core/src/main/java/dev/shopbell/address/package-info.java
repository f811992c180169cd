/**
 * Where a notice can go: channels, and an address on each. The vocabulary that every other package
 * is written in; it knows nothing of stores or notices.
 */
@NullMarked
package dev.shopbell.address;

import org.jspecify.annotations.NullMarked;
