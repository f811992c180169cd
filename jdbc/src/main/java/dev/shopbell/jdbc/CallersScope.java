package dev.shopbell.jdbc;

import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * A caller's transaction.
 *
 * @param connection the caller's, who ends the transaction and closes it
 */
record CallersScope(Database database, Enqueuing enqueuing, Connection connection)
    implements EnqueueScope {
  @Override
  public SendResult enqueue(Submission submission) {
    try {
      return enqueuing.store(connection, enqueuing.notices(submission));
    } catch (SQLException e) {
      throw OutboxException.of("storing a notice", e);
    }
  }

  @Override
  public <T> T asking(Supplier<T> question) {
    return database.readingOn(connection, question);
  }
}
