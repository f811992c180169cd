package dev.shopbell.spring;

import static dev.shopbell.spring.InTransaction.commit;
import static dev.shopbell.spring.InTransaction.rollBack;
import static dev.shopbell.spring.InTransaction.run;
import static dev.shopbell.spring.InTransaction.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.delivery.DeliveryListener;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions inside others, and those of every kind. */
@Tag("spring-02")
@Tag("delivery-01")
@Timeout(60)
class TransactionKindsTest {
  private final DataSource database = OutboxHost.database();
  private final PlatformTransactionManager manager = new DataSourceTransactionManager(database);
  private final List<String> queued = new ArrayList<>();
  private final ApplicationContextRunner host = host(database);

  private ApplicationContextRunner host(DataSource source) {
    return OutboxHost.in(source, Host.sms())
        .withBean(DeliveryListener.class, () -> InTransaction.listener(queued));
  }

  @Test
  void tellsNothingOfWhatWasRolledBackToASavepoint() {
    TransactionTemplate nested =
        InTransaction.of(manager, TransactionDefinition.PROPAGATION_NESTED);
    run(
        host,
        manager,
        (notifier, transaction) -> {
          commit(
              transaction,
              () -> {
                rollBack(nested, () -> send(notifier, "first"));
                send(notifier, "outer");
                rollBack(nested, () -> send(notifier, "undone"));
                commit(
                    nested,
                    () -> {
                      send(notifier, "kept");
                      rollBack(nested, () -> send(notifier, "deep"));
                    });
              });
          assertThat(queued).containsExactly("outer", "kept");
          assertThat(notifier.dispatch()).isEqualTo(2);
          send(notifier, "undone");
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @Test
  void aTransactionOfItsOwnInsideAnotherCommitsItsNoticesAlone() {
    TransactionTemplate own =
        InTransaction.of(manager, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    run(
        host,
        manager,
        (notifier, transaction) -> {
          rollBack(
              transaction,
              () -> {
                send(notifier, "outer");
                commit(own, () -> send(notifier, "inner"));
                assertThat(queued).containsExactly("inner");
                send(notifier, "last");
              });
          commit(
              transaction,
              () -> {
                send(notifier, "kept");
                rollBack(own, () -> send(notifier, "undone"));
              });
          assertThat(queued).containsExactly("inner", "kept");
          assertThat(notifier.dispatch()).isEqualTo(2);
        });
  }

  @Test
  void whatIsSentWhileATransactionIsSuspendedCommitsByItself() {
    TransactionTemplate none =
        InTransaction.of(manager, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    run(
        host,
        manager,
        (notifier, transaction) -> {
          rollBack(
              transaction,
              () -> {
                send(notifier, "before");
                commit(none, () -> send(notifier, "outside"));
                assertThat(queued).containsExactly("outside");
                send(notifier, "behind");
              });
          assertThat(queued).containsExactly("outside");
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @Test
  void anotherThreadIsInNoTransaction() {
    run(
        host,
        manager,
        (notifier, transaction) -> {
          rollBack(
              transaction,
              () -> {
                Thread asynchronous = new Thread(() -> send(notifier, "elsewhere"));
                asynchronous.start();
                join(asynchronous);
              });
          assertThat(queued).containsExactly("elsewhere");
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesATransactionThatMayOnlyRead() {
    TransactionTemplate reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
    run(
        host,
        manager,
        (notifier, transaction) -> {
          assertThatThrownBy(() -> commit(reading, () -> send(notifier, "read")))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("may only read")
              .hasMessageContaining("readOnly")
              .hasMessageContaining("shopbell.outbox.foreign-transactions=commit");
          assertThat(notifier.dispatch()).isZero();
        });
    run(
        host.withPropertyValues("shopbell.outbox.foreign-transactions=commit"),
        manager,
        (notifier, transaction) -> {
          rollBack(reading, () -> send(notifier, "read"));
          assertThat(queued).containsExactly("read");
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        TransactionDefinition.ISOLATION_READ_UNCOMMITTED,
        TransactionDefinition.ISOLATION_REPEATABLE_READ,
        TransactionDefinition.ISOLATION_SERIALIZABLE
      })
  void joinsAtEveryIsolation(int isolation) {
    run(
        host,
        manager,
        (notifier, transaction) -> {
          transaction.setIsolationLevel(isolation);
          rollBack(transaction, () -> send(notifier, "undone"));
          commit(transaction, () -> send(notifier, "kept"));
          commit(transaction, () -> send(notifier, "kept"));
          assertThat(queued).containsExactly("kept");
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @Test
  void joinsThroughAProxyThatTakesConnectionsLate() {
    DataSource late = new LazyConnectionDataSourceProxy(database);
    run(
        host(late),
        new DataSourceTransactionManager(late),
        (notifier, transaction) -> {
          rollBack(transaction, () -> send(notifier, "undone"));
          commit(transaction, () -> send(notifier, "kept"));
          assertThat(queued).containsExactly("kept");
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }
}
