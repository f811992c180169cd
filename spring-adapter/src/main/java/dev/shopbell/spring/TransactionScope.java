package dev.shopbell.spring;

import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import dev.shopbell.jdbc.JdbcOutbox;
import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores a notice in the transaction that the caller has open: on its connection, so that it is
 * there when that commits and never was when it rolls back. Without one the notice is committed by
 * itself. Transactions of JPA are joined too, where their manager knows the same DataSource.
 */
final class TransactionScope implements EnqueueScope {
  private final JdbcOutbox outbox;
  private final Optional<OutboxConnections> connections;
  private final boolean commitsByItself;

  /**
   * Joins transactions of that database.
   *
   * @param source empty where the outbox has a database of its own
   * @param commitsByItself what is sent inside another database's transaction is committed at once;
   *     otherwise it is refused
   */
  TransactionScope(JdbcOutbox outbox, Optional<DataSource> source, boolean commitsByItself) {
    this.outbox = outbox;
    this.connections = source.map(OutboxConnections::of);
    this.commitsByItself = commitsByItself;
  }

  @Override
  public SendResult enqueue(Submission submission) {
    return switch (standing()) {
      case NONE -> outbox.enqueue(submission);
      case OURS -> join(submission, connections.orElseThrow());
      case FOREIGN -> {
        if (!commitsByItself) {
          throw foreign();
        }
        yield outbox.enqueue(submission);
      }
    };
  }

  private static IllegalStateException foreign() {
    return new IllegalStateException(
        "the open transaction is not one of the outbox's database, so that the notice cannot be"
            + " written in it: send it outside the transaction, name the transaction's DataSource"
            + " in shopbell.outbox.data-source or build your JdbcOutbox in it, or set"
            + " shopbell.outbox.foreign-transactions=commit to have such notices committed by"
            + " themselves at once");
  }

  private SendResult join(Submission submission, OutboxConnections ours) {
    DataSource source = ours.source();
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      SendResult result = outbox.within(connection).enqueue(submission);
      AfterCommit.register(() -> {}, ours::commitLate);
      return result;
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  @Override
  public void afterCommit(Runnable work) {
    if (standing() == Standing.OURS) {
      AfterCommit.register(work, work);
    } else {
      work.run();
    }
  }

  /** Whose transaction is open. While callbacks are told of its completion it is over. */
  private Standing standing() {
    boolean open =
        TransactionSynchronizationManager.isActualTransactionActive()
            && TransactionSynchronizationManager.isSynchronizationActive();
    if (!open) {
      return Standing.NONE;
    }
    return connections.map(OutboxConnections::standing).orElse(Standing.FOREIGN);
  }

  /** Whose transaction is open on this thread. */
  enum Standing {
    NONE,
    OURS,
    FOREIGN
  }
}
