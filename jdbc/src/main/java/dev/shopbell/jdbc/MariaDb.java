package dev.shopbell.jdbc;

import java.util.List;
import java.util.Map;

/** MariaDB 10.6 and later; MySQL 8 takes the same SQL. */
final class MariaDb extends Dialect {
  private static final String OPTIONS =
      " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin ROW_FORMAT = DYNAMIC";

  @Override
  Map<String, String> types() {
    return Map.of(
        "id", "char(26) CHARACTER SET ascii COLLATE ascii_bin",
        "name", "varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "ref", "varchar(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
        "word", "varchar(64) CHARACTER SET ascii COLLATE ascii_bin",
        "text", "longtext CHARACTER SET ascii COLLATE ascii_bin",
        "int", "smallint",
        "long", "bigint",
        "bytes", "longblob",
        "table", OPTIONS,
        "hot", OPTIONS);
  }

  @Override
  String now() {
    return "CAST(unix_timestamp(now(3)) * 1000 AS signed)";
  }

  @Override
  String insertNew(String table, List<String> columns) {
    return "INSERT IGNORE INTO " + table + values(columns);
  }

  @Override
  Bulk log() {
    return Bulk.LOG.with(
        "INSERT INTO ~log (id, state, progress) VALUES (?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE state = VALUES(state), progress = VALUES(progress)");
  }
}
