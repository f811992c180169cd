/** What things cost, with their peers in the same run. */
@NullMarked
package dev.shopbell.benchmarks;

import org.jspecify.annotations.NullMarked;
