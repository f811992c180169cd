/**
 * What a notice says: a template renders a request to content for one channel. The engine behind it
 * is a plug-in; this package holds only what the planner and the transports need to know.
 */
@NullMarked
package dev.shopbell.template;

import org.jspecify.annotations.NullMarked;
