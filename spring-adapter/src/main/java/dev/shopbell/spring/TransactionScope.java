package dev.shopbell.spring;

import dev.shopbell.delivery.EnqueueScope;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import dev.shopbell.jdbc.JdbcOutbox;
import java.sql.Connection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores a notice in the transaction that the caller has open: on its connection, so that it is
 * there when that commits and never was when it rolls back. Without one the notice is committed by
 * itself. Transactions of JPA are joined too, where their manager knows the same DataSource, and
 * those of JTA, where the DataSource is part of them.
 */
final class TransactionScope implements EnqueueScope {
  private final JdbcOutbox outbox;
  private final Optional<OutboxConnections> connections;
  private final BooleanSupplier jta;
  private final boolean commitsByItself;

  /**
   * Joins transactions of that database.
   *
   * @param source empty where the outbox has a database of its own
   * @param jta whether a transaction of JTA is open
   * @param commitsByItself what is sent inside a transaction that cannot be joined is committed at
   *     once; otherwise it is refused
   */
  TransactionScope(
      JdbcOutbox outbox,
      Optional<DataSource> source,
      BooleanSupplier jta,
      boolean commitsByItself) {
    this.outbox = outbox;
    this.connections = source.map(OutboxConnections::of);
    this.jta = jta;
    this.commitsByItself = commitsByItself;
  }

  @Override
  public SendResult enqueue(Submission submission) {
    Standing standing = standing();
    return switch (standing) {
      case NONE -> outbox.enqueue(submission);
      case OURS -> join(submission, connections.orElseThrow());
      case READ_ONLY, FOREIGN -> {
        if (!commitsByItself) {
          throw refused(standing);
        }
        yield outbox.enqueue(submission);
      }
    };
  }

  private static IllegalStateException refused(Standing standing) {
    String problem =
        standing == Standing.READ_ONLY
            ? "the open transaction may only read, so that the notice cannot be written in it: send"
                + " it in one that is not readOnly, or outside"
            : "the open transaction is not one of the outbox's database, so that the notice cannot"
                + " be written in it: send it outside the transaction, name the transaction's"
                + " DataSource in shopbell.outbox.data-source or build your JdbcOutbox in it, or"
                + " begin one of JTA by Spring's JtaTransactionManager and with a DataSource that is"
                + " part of it";
    return new IllegalStateException(
        problem
            + "; or set shopbell.outbox.foreign-transactions=commit to have such notices committed"
            + " by themselves at once");
  }

  private SendResult join(Submission submission, OutboxConnections ours) {
    SendResult result = within(ours.source(), scope -> scope.enqueue(submission));
    AfterCommit.register(this, () -> {}, ours::commitLate);
    return result;
  }

  @Override
  public <T> T asking(Supplier<T> question) {
    return standing() == Standing.OURS
        ? within(connections.orElseThrow().source(), scope -> scope.asking(question))
        : question.get();
  }

  private <T> T within(DataSource source, Function<EnqueueScope, T> work) {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      return work.apply(outbox.within(connection));
    } finally {
      DataSourceUtils.releaseConnection(connection, source);
    }
  }

  @Override
  public void afterCommit(Runnable work) {
    if (standing() == Standing.OURS) {
      AfterCommit.register(this, work, work);
    } else {
      work.run();
    }
  }

  /**
   * Whose transaction is open. While callbacks are told of its completion it is over. One of JTA
   * that was not begun by Spring tells nobody when it commits.
   */
  private Standing standing() {
    boolean open =
        TransactionSynchronizationManager.isActualTransactionActive()
            && TransactionSynchronizationManager.isSynchronizationActive();
    if (!open) {
      return jta.getAsBoolean() ? Standing.FOREIGN : Standing.NONE;
    }
    Standing whose = connections.map(ours -> ours.standing(jta)).orElse(Standing.FOREIGN);
    return whose == Standing.OURS
            && TransactionSynchronizationManager.isCurrentTransactionReadOnly()
        ? Standing.READ_ONLY
        : whose;
  }

  /** Whose transaction is open on this thread. */
  enum Standing {
    NONE,
    OURS,
    READ_ONLY,
    FOREIGN
  }
}
