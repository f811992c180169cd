/**
 * Keeps deliveries in a database, so that they survive the process: SQLite on one machine,
 * PostgreSQL or MariaDB on several, H2 where it already runs.
 */
@NullMarked
package dev.shopbell.jdbc;

import org.jspecify.annotations.NullMarked;
