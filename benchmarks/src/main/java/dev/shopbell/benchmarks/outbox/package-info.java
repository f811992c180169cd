/**
 * Notices a second through an outbox, beside a bare table and beside other schedulers and outboxes
 * on the same database.
 */
@NullMarked
package dev.shopbell.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
