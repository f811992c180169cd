package dev.shopbell.spring;

import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.jdbc.JdbcOutboxBuilder;
import dev.shopbell.jdbc.OutboxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanNotOfRequiredTypeException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ClassUtils;

/**
 * The database that keeps deliveries: one of the application's, or a SQLite file.
 *
 * @param source the application's; empty for a file
 * @param file the file; empty for the application's
 */
record OutboxDatabase(Optional<DataSource> source, Optional<Path> file) {
  private static final String SQLITE = "shopbell.outbox.sqlite";
  private static final String PROXY =
      "org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy";
  private static final String NAME = "shopbell.outbox.data-source";

  /**
   * The one that the properties name, or the application's only one.
   *
   * @throws MisconfiguredException when there is none, or two are named
   */
  static OutboxDatabase of(
      OutboxProperties properties, ObjectProvider<DataSource> sources, BeanFactory beans) {
    String file = properties.sqlite();
    String name = properties.dataSource();
    if (file != null && name != null) {
      throw new MisconfiguredException(
          SQLITE + " and " + NAME + " are both set, and deliveries are kept in one place.",
          "Leave one of them out.");
    }
    if (file != null) {
      return new OutboxDatabase(Optional.empty(), Optional.of(path(file)));
    }
    DataSource source = name == null ? only(sources) : named(beans, name);
    return new OutboxDatabase(Optional.of(managed(source)), Optional.empty());
  }

  /** The outbox commits by itself: never on a connection that the caller's transaction is on. */
  private static DataSource managed(DataSource source) {
    return ClassUtils.isPresent(PROXY, OutboxDatabase.class.getClassLoader())
        ? OutboxConnections.managed(source)
        : source;
  }

  private static Path path(String file) {
    if (!ClassUtils.isPresent("org.sqlite.JDBC", OutboxDatabase.class.getClassLoader())) {
      throw new MisconfiguredException(
          SQLITE + " is set, and SQLite's driver is not on the class path.",
          "Add org.xerial:sqlite-jdbc.");
    }
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw Property.refused(SQLITE, "it is no path", e);
    }
  }

  private static DataSource only(ObjectProvider<DataSource> sources) {
    return OneBean.of(sources, DataSource.class)
        .orElseThrow(
            () ->
                new MisconfiguredException(
                    "shopbell-jdbc is on the class path, and there is no DataSource to keep"
                        + " deliveries in.",
                    "Set "
                        + SQLITE
                        + " to a file or define a DataSource; or set shopbell.outbox.enabled=false"
                        + " to keep deliveries in memory."));
  }

  private static DataSource named(BeanFactory beans, String name) {
    try {
      return beans.getBean(name, DataSource.class);
    } catch (NoSuchBeanDefinitionException | BeanNotOfRequiredTypeException e) {
      throw new MisconfiguredException(
          NAME + " is " + name + ", and there is no DataSource bean of that name.",
          "Correct it, or leave it out to use the application's only or primary DataSource.",
          e);
    }
  }

  /**
   * The outbox in it.
   *
   * @throws MisconfiguredException when it cannot be opened
   */
  JdbcOutbox open(OutboxProperties properties, Optional<Clock> clock) {
    JdbcOutboxBuilder builder =
        file.map(JdbcOutbox::sqlite).orElseGet(() -> JdbcOutbox.in(source.orElseThrow()));
    clock.ifPresent(builder::clock);
    Optional.ofNullable(properties.prefix()).ifPresent(builder::prefix);
    if (properties.makesTables()) {
      builder.makeTables();
    }
    reach();
    try {
      return Property.read("shopbell.outbox.prefix", builder::build);
    } catch (OutboxException e) {
      throw new MisconfiguredException(
          "The outbox cannot be opened: " + e.getMessage() + ".",
          file.isPresent()
              ? "See that "
                  + SQLITE
                  + " names a file whose folder is there and can be written to;"
                  + " set shopbell.outbox.tables=make to have missing tables made."
              : "Set shopbell.outbox.tables=make to have missing tables made, or make them with the"
                  + " statements of JdbcOutboxBuilder.schema.",
          e);
    }
  }

  /** A database that is down is told apart from one whose tables are wrong. */
  private void reach() {
    if (source.isPresent()) {
      try (Connection connection = source.get().getConnection()) {
        connection.isReadOnly();
      } catch (SQLException e) {
        throw new MisconfiguredException(
            "The database that keeps deliveries gives no connection: %s, SQL state %s."
                .formatted(e.getClass().getSimpleName(), e.getSQLState()),
            "See that it runs, and that spring.datasource.url, username and password, or what else"
                + " your DataSource is made of, are right; name another DataSource in "
                + NAME
                + ", or set shopbell.outbox.enabled=false to keep deliveries in memory.",
            e);
      }
    }
  }
}
