/**
 * Whether a notice may go, and by which channel: the planner, run when it is sent and again just
 * before each attempt, and the gates it asks. A plan is an answer of the moment and is never
 * stored.
 */
@NullMarked
package dev.shopbell.plan;

import org.jspecify.annotations.NullMarked;
