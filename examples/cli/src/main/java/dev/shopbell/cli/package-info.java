/**
 * The command line: results as JSON lines on standard output, everything for people on the other.
 */
@NullMarked
package dev.shopbell.cli;

import org.jspecify.annotations.NullMarked;
