package dev.shopbell.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Pools of connections for tests. */
final class Pools {
  private Pools() {}

  static HikariDataSource of(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }
}
