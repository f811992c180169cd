package dev.shopbell.templates.mustache;

/**
 * A piece of a script that is compiled for the place where it is used.
 *
 * @param partial the script it stands in
 * @param from its first node
 * @param to the node behind its last
 * @param place where in a page of HTML it is used
 */
record Routine(String partial, int from, int to, HtmlPlace place) {}
