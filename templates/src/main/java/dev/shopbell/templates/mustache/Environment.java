package dev.shopbell.templates.mustache;

import org.jspecify.annotations.Nullable;

/**
 * The arguments that stand around a routine, from the innermost use of a parent outwards.
 *
 * @param outer those around that; null for the outermost
 * @param arguments the use of a parent
 */
record Environment(@Nullable Environment outer, int arguments) {}
