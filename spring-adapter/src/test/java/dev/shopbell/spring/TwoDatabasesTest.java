package dev.shopbell.spring;

import static dev.shopbell.spring.InTransaction.commit;
import static dev.shopbell.spring.InTransaction.rollBack;
import static dev.shopbell.spring.InTransaction.run;
import static dev.shopbell.spring.InTransaction.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.DeliveryListener;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of two databases, one inside the other, of which the outbox is in the second. */
@Tag("spring-02")
@Tag("delivery-01")
@Timeout(60)
class TwoDatabasesTest {
  private final DataSource database = OutboxHost.database();
  private final DataSource orders = OutboxHost.database();
  private final PlatformTransactionManager manager = new DataSourceTransactionManager(database);
  private final PlatformTransactionManager other = new DataSourceTransactionManager(orders);
  private final List<String> queued = new ArrayList<>();

  private ApplicationContextRunner second() {
    return OutboxHost.durable(Host.sms())
        .withBean(DeliveryListener.class, () -> InTransaction.listener(queued))
        .withBean("orders", DataSource.class, OutboxHost.same(orders))
        .withBean("notices", DataSource.class, OutboxHost.same(database))
        .withPropertyValues("shopbell.outbox.data-source=notices");
  }

  @Test
  void joinsTheInnerOfTwoDatabasesTransactions() {
    run(
        second(),
        other,
        (notifier, outer) -> {
          rollBack(
              outer, () -> commit(new TransactionTemplate(manager), () -> send(notifier, "kept")));
          commit(
              outer,
              () -> rollBack(new TransactionTemplate(manager), () -> send(notifier, "undone")));
          assertThat(queued).containsExactly("kept");
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @Test
  void joinsTheOuterOfTwoDatabasesTransactions() {
    TransactionTemplate inner = new TransactionTemplate(other);
    run(
        second(),
        manager,
        (notifier, outer) -> {
          rollBack(outer, () -> commit(inner, () -> send(notifier, "undone")));
          assertThat(notifier.dispatch()).isZero();
          commit(outer, () -> commit(inner, () -> send(notifier, "kept")));
          assertThat(notifier.dispatch()).isEqualTo(1);
        });
  }

  @Test
  void commitsNoTransactionWhenAnotherDatabasesInsideItEnds() {
    new JdbcTemplate(database).execute("CREATE TABLE orders (id int)");
    run(
        second(),
        manager,
        (notifier, outer) ->
            rollBack(
                outer,
                () -> {
                  new JdbcTemplate(database).update("INSERT INTO orders VALUES (1)");
                  commit(new TransactionTemplate(other), () -> sendWhenItIsOver(notifier));
                }));
    assertThat(OutboxHost.count(database, "orders")).isZero();
    assertThat(OutboxHost.count(database)).isZero();
  }

  private static void sendWhenItIsOver(Notifier notifier) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            send(notifier, "undone");
          }
        });
  }

  @Test
  void aTransactionOfAnotherDatabaseThatLentAConnectionInOursChangesNothing() {
    run(
        second(),
        manager,
        (notifier, outer) -> {
          rollBack(
              outer,
              () -> {
                new JdbcTemplate(orders).execute("SELECT 1");
                send(notifier, "undone");
              });
          assertThat(notifier.dispatch()).isZero();
        });
  }
}
