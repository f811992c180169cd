package dev.shopbell.spring;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
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

  boolean isInTransaction() {
    return TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder holder
        && !isLent(holder);
  }

  private boolean isLent(ConnectionHolder holder) {
    try {
      return holder.getConnection().getAutoCommit() || (!commits && isAnyLent());
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction's connection is broken", e);
    }
  }

  private static boolean isAnyLent() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .anyMatch(each -> each.getClass().getName().endsWith(LENT));
  }
}
