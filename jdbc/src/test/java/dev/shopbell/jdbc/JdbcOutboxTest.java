package dev.shopbell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcOutboxTest {
  @Test
  void saysWhichDatabaseOfTheHostsItIsIn(@TempDir Path folder) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    try (JdbcOutbox outbox = JdbcOutbox.in(source).makeTables().build()) {
      assertThat(outbox.dataSource()).containsSame(source);
    }
    try (JdbcOutbox outbox = JdbcOutbox.sqlite(folder.resolve("o.db")).makeTables().build()) {
      assertThat(outbox.dataSource()).isEmpty();
    }
  }
}
