package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.testkit.RecordingTransport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("spring-02")
@Tag("delivery-01")
@Timeout(60)
class TransactionScopeTest {
  private final DataSource database = OutboxHost.database();
  private final RecordingTransport transport = Host.sms();
  private final AtomicInteger queued = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);

  private final DeliveryListener listener =
      new DeliveryListener() {
        @Override
        public void queued(Delivery delivery) {
          queued.incrementAndGet();
        }

        @Override
        public void ended(Delivery delivery) {
          ended.countDown();
        }
      };

  /** Gives connections that do not commit by themselves, as pools may be told to. */
  private static final class NeverCommitting extends DelegatingDataSource {
    NeverCommitting(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      connection.setAutoCommit(false);
      return connection;
    }
  }

  private ApplicationContextRunner host() {
    return OutboxHost.in(database, transport).withBean(DeliveryListener.class, () -> listener);
  }

  private static TransactionTemplate in(DataSource source) {
    return new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  private static void run(
      ApplicationContextRunner host,
      DataSource transactions,
      BiConsumer<Notifier, TransactionTemplate> work) {
    host.run(context -> work.accept(context.getBean(Notifier.class), in(transactions)));
  }

  @Test
  void writesTheNoticeInTheTransactionAndTellsOfItAfterTheCommit() {
    run(
        host(),
        database,
        (notifier, transaction) -> {
          transaction.executeWithoutResult(
              status -> {
                notifier.send(Host.STORE, Host.paid().key("paid:1"));
                assertThat(notifier.send(Host.STORE, Host.paid().key("paid:1")).isDuplicate())
                    .isTrue();
                assertThat(OutboxHost.count(database)).isEqualTo(1);
                assertThat(notifier.backlog().pending()).isZero();
                assertThat(queued).hasValue(0);
              });
          assertThat(queued).hasValue(1);
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @Test
  void aNoticeThatIsRolledBackNeverWas() {
    run(
        host(),
        database,
        (notifier, transaction) -> {
          transaction.executeWithoutResult(
              status -> {
                notifier.send(Host.STORE, Host.paid().key("paid:1"));
                status.setRollbackOnly();
              });
          assertThat(OutboxHost.count(database)).isZero();
          assertThat(queued).hasValue(0);
          assertThat(notifier.dispatch()).isZero();
          assertThat(notifier.send(Host.STORE, Host.paid().key("paid:1")).isDuplicate()).isFalse();
        });
  }

  @Test
  void theWorkersSendItAfterTheCommit() {
    run(
        host().withPropertyValues("shopbell.workers=2"),
        database,
        (notifier, transaction) -> {
          transaction.executeWithoutResult(
              status -> {
                notifier.send(Host.STORE, Host.paid());
                assertThat(transport.messages()).isEmpty();
              });
          await();
          assertThat(transport.messages()).hasSize(1);
        });
  }

  private void await() {
    try {
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void commitsByItselfWithoutATransaction() {
    run(
        host(),
        database,
        (notifier, transaction) -> {
          notifier.send(Host.STORE, Host.paid());
          transaction.executeWithoutResult(status -> outside(notifier, transaction));
          assertThat(queued).hasValue(2);
          assertThat(notifier.dispatch()).isEqualTo(2);
        });
  }

  /** In a method that suspends the transaction and then fails its caller. */
  private static void outside(Notifier notifier, TransactionTemplate transaction) {
    TransactionTemplate none =
        new TransactionTemplate(
            Objects.requireNonNull(transaction.getTransactionManager()),
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NOT_SUPPORTED));
    none.executeWithoutResult(status -> notifier.send(Host.STORE, Host.paid()));
  }

  @Test
  void storesWhatIsSentWhenACommitIsToldOf() {
    for (DataSource source : new DataSource[] {database, new NeverCommitting(database)}) {
      queued.set(0);
      run(
          OutboxHost.in(source, transport).withBean(DeliveryListener.class, () -> listener),
          source,
          (notifier, transaction) -> {
            transaction.executeWithoutResult(status -> sendWhenItIsOver(notifier));
            assertThat(queued).hasValue(2);
            assertThat(notifier.dispatch()).isEqualTo(2);
          });
    }
  }

  private static void sendWhenItIsOver(Notifier notifier) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            notifier.send(Host.STORE, Host.paid());
          }

          @Override
          public void afterCompletion(int status) {
            notifier.send(Host.STORE, Host.paid());
          }
        });
  }

  @Test
  void joinsThroughAProxyThatKnowsTransactions() {
    DataSource proxy = new TransactionAwareDataSourceProxy(database);
    run(
        OutboxHost.in(proxy, transport),
        proxy,
        (notifier, transaction) -> {
          transaction.executeWithoutResult(
              status -> {
                notifier.send(Host.STORE, Host.paid());
                notifier.dispatch();
                status.setRollbackOnly();
              });
          assertThat(OutboxHost.count(database)).isZero();
        });
  }

  @Test
  void refusesATransactionOfAnotherDatabase() {
    run(
        host(),
        OutboxHost.database(),
        (notifier, transaction) ->
            assertThatThrownBy(
                    () ->
                        transaction.executeWithoutResult(
                            status -> notifier.send(Host.STORE, Host.paid())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not one of the outbox's database")
                .hasMessageContaining("shopbell.outbox.foreign-transactions=commit"));
    assertThat(OutboxHost.count(database)).isZero();
  }

  @Test
  void commitsAtOnceInATransactionOfAnotherDatabaseWhereThatIsWanted(@TempDir Path folder) {
    run(
        OutboxHost.durable(transport)
            .withBean(DeliveryListener.class, () -> listener)
            .withPropertyValues(
                "shopbell.outbox.sqlite=" + folder.resolve("outbox.db"),
                "shopbell.outbox.foreign-transactions=commit"),
        database,
        (notifier, transaction) -> {
          transaction.executeWithoutResult(
              status -> {
                notifier.send(Host.STORE, Host.paid());
                assertThat(queued).hasValue(1);
                status.setRollbackOnly();
              });
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @Test
  void takesNoConnectionForATransactionsThatWasOnlyLentToIt() {
    for (DataSource source : new DataSource[] {database, new NeverCommitting(database)}) {
      run(
          OutboxHost.in(source, transport),
          OutboxHost.database(),
          (notifier, transaction) ->
              transaction.executeWithoutResult(
                  status -> {
                    OutboxHost.count(source);
                    new JdbcTemplate(source).execute("SELECT 1");
                    assertThatThrownBy(() -> notifier.send(Host.STORE, Host.paid()))
                        .hasMessageContaining("not one of the outbox's database");
                  }));
    }
  }
}
