package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.InMemoryDeliveryStore;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.notice.DeliveryId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("spring-01")
class OutboxConfigurationTest {
  private final DataSource database = OutboxHost.database();

  private static String failure(ApplicationContextRunner host) {
    List<String> problems = new ArrayList<>();
    host.run(
        context -> {
          assertThat(context).hasFailed();
          Throwable cause = context.getStartupFailure();
          while (cause != null && !(cause instanceof MisconfiguredException)) {
            cause = cause.getCause();
          }
          assertThat(cause).isNotNull();
          problems.add(String.valueOf(cause == null ? "" : cause.getMessage()));
        });
    return problems.get(0);
  }

  @Test
  void keepsDeliveriesInTheApplicationsDatabase() {
    OutboxHost.in(database, Host.sms())
        .run(
            context -> {
              assertThat(context).getBean(DeliveryStore.class).isInstanceOf(JdbcOutbox.class);
              context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              assertThat(OutboxHost.count(database)).isEqualTo(1);
            });
  }

  @Test
  @Tag("spring-02")
  void joinsTransactionsOfAnApplicationThatBootHasSetUp() {
    SpringApplication application = new SpringApplication(HostApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (var context =
        application.run(
            "--shopbell.outbox.tables=make",
            "--shopbell.workers=0",
            "--shopbell.transports=smtp://localhost",
            "--shopbell.platform.address=a@host.example")) {
      Notifier notifier = context.getBean(Notifier.class);
      new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
          .executeWithoutResult(
              status -> {
                notifier.send(Host.STORE, Host.paid());
                assertThat(OutboxHost.count(context.getBean(DataSource.class))).isPositive();
                status.setRollbackOnly();
              });
      assertThat(notifier.backlog().pending()).isZero();
    }
  }

  @Test
  void keepsThemInAFileOverARestart(@TempDir Path folder) {
    ApplicationContextRunner host =
        OutboxHost.durable(Host.sms())
            .withPropertyValues("shopbell.outbox.sqlite=" + folder.resolve("outbox.db"));
    List<DeliveryId> sent = new ArrayList<>();
    host.run(
        context -> {
          SendResult result = context.getBean(Notifier.class).send(Host.STORE, Host.paid());
          sent.addAll(result.deliveries());
        });
    host.run(
        context -> {
          Notifier notifier = context.getBean(Notifier.class);
          assertThat(notifier.dispatch()).isEqualTo(1);
          Optional<Delivery> found = notifier.find(sent.get(0));
          assertThat(found).get().extracting(Delivery::state).isEqualTo(DeliveryState.ACCEPTED);
        });
  }

  @Test
  void keepsThemInTheDatabaseAndTablesThatAreNamed() {
    OutboxHost.durable(Host.sms())
        .withBean("orders", DataSource.class, OutboxHost.same(OutboxHost.database()))
        .withBean("notices", DataSource.class, OutboxHost.same(database))
        .withPropertyValues("shopbell.outbox.data-source=notices", "shopbell.outbox.prefix=bell_")
        .run(
            context -> {
              context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              assertThat(OutboxHost.count(database, "bell_delivery")).isEqualTo(1);
            });
  }

  @Test
  void leavesThemToTheHostsOwnStore() {
    OutboxHost.in(database, Host.sms())
        .withBean(DeliveryStore.class, () -> new InMemoryDeliveryStore(10))
        .run(context -> assertThat(context).doesNotHaveBean(JdbcOutbox.class));
  }

  @Test
  void keepsThemInMemoryWhereThatIsWantedOrTheJarIsMissing() {
    Host.with(Host.sms())
        .withBean(DataSource.class, OutboxHost.same(database))
        .run(context -> assertThat(context).doesNotHaveBean(DeliveryStore.class));
    Host.with(Host.sms())
        .withClassLoader(new FilteredClassLoader("dev.shopbell.jdbc"))
        .run(context -> assertThat(context).hasSingleBean(Notifier.class));
  }

  @Test
  @Tag("spring-03")
  void saysWhichJarIsMissingForTheProperties() {
    assertThat(
            failure(
                OutboxHost.in(database, Host.sms())
                    .withClassLoader(new FilteredClassLoader("dev.shopbell.jdbc"))))
        .contains("shopbell-jdbc is not on the class path", "Add it");
  }

  @Test
  @Tag("spring-03")
  void saysWhatToSetWithoutADatabase() {
    assertThat(failure(OutboxHost.durable(Host.sms())))
        .contains("there is no DataSource", "shopbell.outbox.sqlite", "shopbell.outbox.enabled");
  }

  @Test
  @Tag("spring-03")
  void saysWhichDatabasesThereAreToChooseFrom() {
    assertThat(
            failure(
                OutboxHost.durable(Host.sms())
                    .withBean("orders", DataSource.class, OutboxHost.same(database))
                    .withBean("notices", DataSource.class, OutboxHost.same(database))))
        .contains("orders, notices");
  }

  @Test
  @Tag("spring-03")
  void namesThePropertyThatIsWrong() {
    ApplicationContextRunner host = OutboxHost.in(database, Host.sms());
    assertThat(failure(host.withPropertyValues("shopbell.outbox.data-source=nobody")))
        .contains("shopbell.outbox.data-source is nobody");
    assertThat(failure(host.withPropertyValues("shopbell.outbox.prefix=Bell-")))
        .contains("shopbell.outbox.prefix cannot be used", "lower-case");
    assertThat(
            failure(
                host.withPropertyValues(
                    "shopbell.outbox.data-source=a", "shopbell.outbox.sqlite=b")))
        .contains("shopbell.outbox.sqlite and shopbell.outbox.data-source are both set");
  }

  @Test
  @Tag("spring-03")
  void saysHowMissingTablesAreMade() {
    assertThat(
            failure(
                OutboxHost.in(database, Host.sms())
                    .withPropertyValues("shopbell.outbox.tables=check")))
        .contains("there are no tables with the prefix shopbell_", "shopbell.outbox.tables=make");
  }
}
