package dev.shopbell.spring;

import dev.shopbell.transport.Transport;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

/** A platform with a database. */
final class OutboxHost {
  private OutboxHost() {}

  /** A new, empty database in memory that stays until the tests end. */
  static DataSource database() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  /** A host whose deliveries are durable, in tables that are made. */
  static ApplicationContextRunner durable(Transport transport) {
    return Host.with(transport)
        .withPropertyValues("shopbell.outbox.enabled=true", "shopbell.outbox.tables=make");
  }

  /** The same in that database. */
  static ApplicationContextRunner in(DataSource database, Transport transport) {
    return durable(transport).withBean(DataSource.class, same(database));
  }

  /** A supplier, of which Spring finds no other bean's name. */
  static Supplier<DataSource> same(DataSource source) {
    return () -> source;
  }

  /** How many deliveries are there, as others see it. */
  static int count(DataSource database) {
    return count(database, "shopbell_delivery");
  }

  static int count(DataSource database, String rows) {
    Integer count =
        new JdbcTemplate(database).queryForObject("SELECT count(*) FROM " + rows, Integer.class);
    return count == null ? 0 : count;
  }
}
