package dev.shopbell.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a SQLite file, kept open and handed from thread to thread: SQLite has one
 * writer at a time, who finds its pages in memory as long as nobody else wrote.
 */
final class SqliteFile implements DataSource, AutoCloseable {
  private static final int CONNECTIONS = 1;

  private final Path file;
  private final BlockingDeque<Connection> free = new LinkedBlockingDeque<>();
  private int opened;
  private boolean closed;

  SqliteFile(Path file) {
    this.file = file;
  }

  /** A connection; closing it gives it back. */
  @Override
  public Connection getConnection() throws SQLException {
    Connection kept = kept();
    return (Connection)
        Proxy.newProxyInstance(
            SqliteFile.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                giveBack(kept);
                return null;
              }
              try {
                return method.invoke(kept, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Connection kept() throws SQLException {
    Connection kept = free.poll();
    try {
      while (kept == null) {
        if (mayOpen()) {
          return open();
        }
        kept = free.poll(1, TimeUnit.SECONDS);
      }
      return kept;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a connection");
    }
  }

  private synchronized boolean mayOpen() throws SQLException {
    if (closed) {
      throw new SQLException("the outbox is closed");
    }
    boolean may = opened < CONNECTIONS;
    opened += may ? 1 : 0;
    return may;
  }

  private Connection open() throws SQLException {
    boolean done = false;
    try {
      requireFolder();
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      new Sqlite().open(connection);
      done = true;
      return connection;
    } finally {
      if (!done) {
        forgetOne();
      }
    }
  }

  private void requireFolder() {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new OutboxException(
          "the SQLite file " + file + " cannot be made: its folder is not there, make it first");
    }
  }

  private synchronized void forgetOne() {
    opened--;
  }

  private synchronized void giveBack(Connection connection) throws SQLException {
    if (closed) {
      connection.close();
    } else {
      free.push(connection);
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    closed = true;
    Connection connection = free.poll();
    while (connection != null) {
      connection.close();
      connection = free.poll();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("nothing to unwrap");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
