package dev.shopbell.jdbc;

import dev.shopbell.delivery.DeliveryStoreException;
import java.sql.SQLException;

/**
 * The database could not do what was asked; nothing of it was done, unless it went away while it
 * answered. What the database said is not quoted, since it may quote a row.
 */
public final class OutboxException extends DeliveryStoreException {
  private static final long serialVersionUID = 1;

  private final boolean away;

  OutboxException(String problem) {
    this(problem, false);
  }

  private OutboxException(String problem, boolean away) {
    super(problem);
    this.away = away;
  }

  /** Whether there was no database to ask. */
  boolean isAway() {
    return away;
  }

  static OutboxException of(String what, SQLException e) {
    Remedy remedy = Remedy.of(e);
    return new OutboxException(
        "%s failed: %s, SQL state %s, code %d: %s"
            .formatted(
                what,
                e.getClass().getSimpleName(),
                e.getSQLState(),
                e.getErrorCode(),
                remedy.words()),
        remedy.isAway());
  }
}
