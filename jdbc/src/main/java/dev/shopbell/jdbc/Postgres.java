package dev.shopbell.jdbc;

import java.util.List;
import java.util.Map;

/** PostgreSQL 14 and later. */
final class Postgres extends Dialect {
  @Override
  Map<String, String> types() {
    return Map.of(
        "id", "varchar(26) COLLATE \"C\"",
        "name", "varchar(200) COLLATE \"C\"",
        "ref", "varchar(300) COLLATE \"C\"",
        "word", "varchar(64) COLLATE \"C\"",
        "text", "text",
        "int", "smallint",
        "long", "bigint",
        "bytes", "bytea",
        "table", " WITH (fillfactor = 80)",
        "hot", " WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01)");
  }

  @Override
  String now() {
    return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";
  }

  @Override
  String insertNew(String table, List<String> columns) {
    return "INSERT INTO " + table + values(columns) + " ON CONFLICT DO NOTHING";
  }
}
