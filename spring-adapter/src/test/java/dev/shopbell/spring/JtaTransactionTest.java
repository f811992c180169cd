package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import io.agroal.api.AgroalDataSource;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.jta.JtaTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Under Narayana, in H2 by a pool that is part of its transactions and by one that is not. */
@Tag("spring-02")
@Tag("delivery-01")
@Timeout(60)
class JtaTransactionTest {
  private final JtaTransactionManager manager = JtaHost.manager();
  private final AgroalDataSource enlisted = JtaHost.enlisted();
  private final AtomicInteger queued = new AtomicInteger();

  @AfterEach
  void close() {
    enlisted.close();
  }

  private void run(DataSource source, BiConsumer<Notifier, TransactionTemplate> work) {
    host(source)
        .run(
            context ->
                work.accept(context.getBean(Notifier.class), new TransactionTemplate(manager)));
  }

  private ApplicationContextRunner host(DataSource source) {
    DeliveryListener listener =
        new DeliveryListener() {
          @Override
          public void queued(Delivery delivery) {
            queued.incrementAndGet();
          }
        };
    return OutboxHost.in(source, Host.sms())
        .withBean(DeliveryListener.class, () -> listener)
        .withBean(JtaTransactionManager.class, () -> manager);
  }

  @Test
  void joinsWhereTheDatabaseIsPartOfTheTransaction() {
    run(
        enlisted,
        (notifier, transaction) -> {
          transaction.executeWithoutResult(
              status -> {
                notifier.send(Host.STORE, Host.paid().key("paid:1"));
                status.setRollbackOnly();
              });
          assertThat(OutboxHost.count(enlisted)).isZero();
          transaction.executeWithoutResult(
              status -> {
                notifier.send(Host.STORE, Host.paid().key("paid:1"));
                assertThat(queued).hasValue(0);
              });
          assertThat(queued).hasValue(1);
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @Test
  void joinsAsWellBehindWhatElseIsWritten() {
    new JdbcTemplate(enlisted).execute("CREATE TABLE orders (id int)");
    run(
        enlisted,
        (notifier, transaction) -> {
          for (boolean undone : new boolean[] {true, false}) {
            transaction.executeWithoutResult(
                status -> {
                  new JdbcTemplate(enlisted).update("INSERT INTO orders VALUES (1)");
                  notifier.send(Host.STORE, Host.paid());
                  if (undone) {
                    status.setRollbackOnly();
                  }
                });
            assertThat(OutboxHost.count(enlisted)).isEqualTo(undone ? 0 : 1);
            assertThat(OutboxHost.count(enlisted, "orders")).isEqualTo(undone ? 0 : 1);
          }
          assertThat(queued).hasValue(1);
        });
  }

  @Test
  void refusesItWhereTheDatabaseIsNoPartOfIt() {
    DataSource alone = OutboxHost.database();
    run(
        alone,
        (notifier, transaction) -> {
          for (boolean lent : new boolean[] {false, true}) {
            assertThatThrownBy(
                    () ->
                        transaction.executeWithoutResult(
                            status -> {
                              if (lent) {
                                new JdbcTemplate(alone).execute("SELECT 1");
                              }
                              notifier.send(Host.STORE, Host.paid());
                            }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not one of the outbox's database");
          }
        });
    assertThat(OutboxHost.count(alone)).isZero();
  }

  @Test
  void commitsByItselfWithoutATransactionAndWhileItIsSuspended() {
    TransactionTemplate none = new TransactionTemplate(manager);
    none.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    run(
        enlisted,
        (notifier, transaction) -> {
          notifier.send(Host.STORE, Host.paid());
          assertThat(queued).hasValue(1);
          transaction.executeWithoutResult(
              status -> {
                none.executeWithoutResult(outside -> notifier.send(Host.STORE, Host.paid()));
                status.setRollbackOnly();
              });
          assertThat(queued).hasValue(2);
          assertThat(notifier.dispatch()).isEqualTo(2);
        });
  }

  @Test
  void refusesOneThatSpringHasNotBegun() {
    for (DataSource source : new DataSource[] {enlisted, OutboxHost.database()}) {
      run(
          source,
          (notifier, transaction) -> {
            begin();
            assertThatThrownBy(() -> notifier.send(Host.STORE, Host.paid()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JtaTransactionManager");
            rollBack();
            assertThat(OutboxHost.count(source)).isZero();
          });
    }
  }

  @Test
  void joinsItWithinSpringsPartOfOneThatOthersBegan() {
    run(
        enlisted,
        (notifier, transaction) -> {
          begin();
          for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> notifier.send(Host.STORE, Host.paid()));
          }
          assertThat(queued).hasValue(0);
          commit();
          assertThat(queued).hasValue(2);
          transaction.executeWithoutResult(status -> notifier.send(Host.STORE, Host.paid()));
          assertThat(queued).hasValue(3);
          assertThat(notifier.dispatch()).isEqualTo(3);
        });
  }

  private void commit() {
    try {
      manager.getUserTransaction().commit();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void begin() {
    try {
      manager.getUserTransaction().begin();
    } catch (NotSupportedException | SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  private void rollBack() {
    try {
      manager.getUserTransaction().rollback();
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void worksWithoutJtaOnTheClassPath() {
    DataSource database = OutboxHost.database();
    OutboxHost.in(database, Host.sms())
        .withClassLoader(new FilteredClassLoader("jakarta.transaction"))
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(JtaTransactions.class);
              Notifier notifier = context.getBean(Notifier.class);
              notifier.send(Host.STORE, Host.paid());
              assertThat(notifier.dispatch()).isEqualTo(1);
            });
  }
}
