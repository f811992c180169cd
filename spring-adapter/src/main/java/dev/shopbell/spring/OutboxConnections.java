package dev.shopbell.spring;

import dev.shopbell.spring.TransactionScope.Standing;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells whether the open transaction is one of a DataSource. That a connection of it is bound to
 * the thread is not enough: inside another database's transaction, Spring lends one as well, which
 * nobody commits.
 *
 * @param source as transaction managers know it
 * @param commits whether its connections commit by themselves unless told otherwise
 */
record OutboxConnections(DataSource source, boolean commits) {
  private static final String LENT = "DataSourceUtils$ConnectionSynchronization";

  static OutboxConnections of(DataSource source) {
    DataSource target = managed(source);
    try (Connection connection = target.getConnection()) {
      return new OutboxConnections(target, connection.getAutoCommit());
    } catch (SQLException e) {
      throw new MisconfiguredException(
          "The outbox's DataSource gives no connection: SQL state " + e.getSQLState() + ".",
          "See that its database can be reached.",
          e);
    }
  }

  /** Managers bind connections under what a transaction-aware proxy stands for. */
  static DataSource managed(DataSource source) {
    DataSource target = source;
    while (target instanceof TransactionAwareDataSourceProxy proxy
        && proxy.getTargetDataSource() != null) {
      target = proxy.getTargetDataSource();
    }
    return target;
  }

  /** Whose transaction is open. */
  Standing standing() {
    if (!(TransactionSynchronizationManager.getResource(source)
        instanceof ConnectionHolder holder)) {
      return Standing.FOREIGN;
    }
    try {
      if (!holder.getConnection().getAutoCommit()) {
        return !commits && isAnyLent() ? Standing.FOREIGN : Standing.OURS;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction's connection is broken", e);
    }
    return holder.isSynchronizedWithTransaction() ? Standing.FOREIGN : Standing.NONE;
  }

  /** Commits what was written on the transaction's connection when that was already over. */
  void commitLate() {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "a notice that was sent after its transaction had committed could not be stored", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  private static boolean isAnyLent() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .anyMatch(each -> each.getClass().getName().endsWith(LENT));
  }
}
