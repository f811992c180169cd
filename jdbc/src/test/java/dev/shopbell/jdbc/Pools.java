package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Pools of connections for tests. */
final class Pools {
  private Pools() {}

  static HikariDataSource of(String url, String user, String password) {
    return of(url, user, password, 12);
  }

  static HikariDataSource ofOne(String url, String user, String password) {
    return of(url, user, password, 1);
  }

  private static HikariDataSource of(String url, String user, String password, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }
}
