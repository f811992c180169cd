package dev.shopbell.templates.events;

/**
 * A group that buys together.
 *
 * @param product what it buys
 * @param groupSize how many it must be
 */
public record Group(@Longest(200) String product, int groupSize) implements Part {}
