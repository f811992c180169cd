package dev.shopbell.jdbc;

import java.sql.SQLException;

/**
 * The database could not do what was asked; nothing of it was done. What the database said is not
 * quoted, since it may quote a row.
 */
public final class OutboxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutboxException(String problem) {
    super(problem);
  }

  static OutboxException of(String what, SQLException e) {
    return new OutboxException(
        "%s failed: %s, SQL state %s, code %d: %s"
            .formatted(
                what,
                e.getClass().getSimpleName(),
                e.getSQLState(),
                e.getErrorCode(),
                Remedy.of(e)));
  }
}
