package dev.shopbell.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One check on an empty outbox of each database, by its URL, see {@link Places}. */
@Timeout(120)
abstract class OnEachDatabase {
  @TempDir Path folder;

  abstract void check(String url) throws Exception;

  @Test
  void holdsOnSqlite() throws Exception {
    check(Places.sqlite(folder));
  }

  @Test
  void holdsOnH2() throws Exception {
    check(Places.h2(folder));
  }

  @Test
  void holdsOnPostgres() throws Exception {
    check(Places.postgres());
  }

  @Test
  @Tag("mariadb")
  void holdsOnMariaDb() throws Exception {
    check(Places.mariaDb());
  }
}
