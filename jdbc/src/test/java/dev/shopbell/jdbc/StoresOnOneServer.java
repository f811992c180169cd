package dev.shopbell.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** The same on a server, whose database all tests of a class share. */
abstract class StoresOnOneServer extends StoresOnOneDatabase {
  abstract SharedDatabase database();

  @Override
  final JdbcOutboxBuilder tables() {
    return database().newTables();
  }

  @Override
  final JdbcOutboxBuilder sameTables() {
    return database().sameTables();
  }

  @Override
  final Connection connection() throws SQLException {
    return database().connection();
  }
}
