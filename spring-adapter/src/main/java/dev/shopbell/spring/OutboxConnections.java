package dev.shopbell.spring;

import dev.shopbell.spring.TransactionScope.Standing;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ReflectionUtils;

/**
 * Tells whether the open transaction is one of a DataSource. That a connection of it is bound to
 * the thread is not enough: inside another database's transaction, Spring lends one as well, which
 * nobody commits.
 *
 * @param source as transaction managers know it
 * @param commits whether its connections commit by themselves unless told otherwise
 */
record OutboxConnections(DataSource source, boolean commits) {
  private static final Method MANAGED = managed();

  private static Method managed() {
    Method method =
        Objects.requireNonNull(
            ReflectionUtils.findMethod(ConnectionHolder.class, "isTransactionActive"));
    ReflectionUtils.makeAccessible(method);
    return method;
  }

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

  /**
   * Whose transaction is open.
   *
   * @param jta whether one of JTA is
   */
  Standing standing(BooleanSupplier jta) {
    Object bound = TransactionSynchronizationManager.getResource(source);
    if (!(bound instanceof ConnectionHolder holder) || isLent(holder)) {
      return jta.getAsBoolean() && isEnlisted() ? Standing.OURS : Standing.FOREIGN;
    }
    try {
      if (!holder.getConnection().getAutoCommit()) {
        return Standing.OURS;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction's connection is broken", e);
    }
    return holder.isSynchronizedWithTransaction() ? Standing.FOREIGN : Standing.NONE;
  }

  /** Managers of JPA bind theirs without a mark; one for connections alone marks it twice. */
  private static boolean isLent(ConnectionHolder holder) {
    return holder.isSynchronizedWithTransaction()
        && !Boolean.TRUE.equals(ReflectionUtils.invokeMethod(MANAGED, holder));
  }

  /** In a transaction of JTA, a pool that is part of it gives connections that do not commit. */
  private boolean isEnlisted() {
    if (!commits) {
      return false;
    }
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      return !connection.getAutoCommit();
    } catch (SQLException e) {
      throw new IllegalStateException("the transaction's connection is broken", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  /**
   * Commits what was written on the transaction's connection when that was already over. Inside
   * another manager's transaction it may not be over: its own end commits or rolls back.
   */
  void commitLate() {
    if (!isAlone()) {
      return;
    }
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

  /** Whether no other connection is in a transaction, which what is called late may be within. */
  private static boolean isAlone() {
    return TransactionSynchronizationManager.getResourceMap().values().stream()
            .filter(each -> each instanceof ConnectionHolder holder && !isLent(holder))
            .count()
        == 1;
  }
}
