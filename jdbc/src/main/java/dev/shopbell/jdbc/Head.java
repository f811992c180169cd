package dev.shopbell.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The first in a store's queue.
 *
 * @param store whose
 * @param dueIn how long until it is due, in milliseconds; at most zero when it is
 * @param due when that is, by the database's time
 */
record Head(String store, long dueIn, long due) {
  static Head read(ResultSet row) throws SQLException {
    return new Head(row.getString(1), row.getLong(2), row.getLong(3));
  }
}
