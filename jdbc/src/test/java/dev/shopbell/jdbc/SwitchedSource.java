package dev.shopbell.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that goes away and comes back as a test says. */
final class SwitchedSource {
  private final DataSource real;
  private final Runnable refusing;
  private volatile boolean away;

  SwitchedSource(DataSource real) {
    this(real, () -> {});
  }

  /** One that says so whenever it refuses. */
  SwitchedSource(DataSource real, Runnable refusing) {
    this.real = real;
    this.refusing = refusing;
  }

  void away(boolean away) {
    this.away = away;
  }

  /** Its connections break at the next call once it is away, in the middle of a transaction too. */
  DataSource source() {
    return proxy(DataSource.class, real);
  }

  private <T> T proxy(Class<T> type, T behind) {
    return type.cast(
        Proxy.newProxyInstance(
            SwitchedSource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (away && !method.getName().equals("close")) {
                refusing.run();
                throw new SQLException("gone", "08006", 0);
              }
              try {
                Object result = method.invoke(behind, arguments);
                return result instanceof Connection connection
                    ? proxy(Connection.class, connection)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
