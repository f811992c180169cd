/**
 * The stock set of notices: its types, what they say in each language, and sample data to look at
 * them with. It stands behind the template interface of the core, between the planner, which asks
 * for a template, and the transports, which carry what it rendered.
 */
@NullMarked
package dev.shopbell.templates;

import org.jspecify.annotations.NullMarked;
