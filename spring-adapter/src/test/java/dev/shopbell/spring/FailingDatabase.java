package dev.shopbell.spring;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that goes away and comes back, and tells a secret when it is away. */
final class FailingDatabase extends DelegatingDataSource {
  private volatile boolean away;
  private volatile CountDownLatch refused = new CountDownLatch(0);

  FailingDatabase(DataSource target) {
    super(target);
  }

  /** Gives no connection any more; when it has refused so many the latch is open. */
  CountDownLatch goAway(int refusals) {
    refused = new CountDownLatch(refusals);
    away = true;
    return refused;
  }

  void comeBack() {
    away = false;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (away) {
      refused.countDown();
      throw new SQLNonTransientConnectionException("no way to user:hunter2@db.example", "08001");
    }
    return super.getConnection();
  }
}
