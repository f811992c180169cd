package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.testkit.RecordingTransport;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hibernate.Version;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** In an application whose JPA, database and transactions Boot has set up. */
@Tag("spring-02")
@Tag("delivery-01")
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JpaTransactionTest {
  private final RecordingTransport transport = Host.sms();
  private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
  private ConfigurableApplicationContext application;
  private Notifier notifier;
  private TransactionTemplate transaction;
  private EntityManager entities;
  private JdbcTemplate rows;

  /** What the host tells itself when an order is paid. */
  record Paid(String order) {}

  /** A listener of the host's. */
  record Thanks(Notifier notifier) {
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void thank(Paid paid) {
      notifier.send(Host.STORE, Host.paid().about(paid.order()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Host.class)
  static class JpaApplication {
    @Bean
    Thanks thanks(Notifier notifier) {
      return new Thanks(notifier);
    }
  }

  @BeforeAll
  void start() {
    SpringApplication spring = new SpringApplication(JpaApplication.class);
    spring.setWebApplicationType(WebApplicationType.NONE);
    spring.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("sms", transport);
          context.getBeanFactory().registerSingleton("listener", new Listener(ended));
        });
    application =
        spring.run(
            "--shopbell.outbox.tables=make", "--shopbell.workers=2", "--spring.jmx.enabled=false");
    notifier = application.getBean(Notifier.class);
    transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    entities =
        SharedEntityManagerCreator.createSharedEntityManager(
            application.getBean(EntityManagerFactory.class));
    rows = new JdbcTemplate(application.getBean(DataSource.class));
  }

  /** Hears what deliveries that ended were about. */
  private record Listener(BlockingQueue<String> about) implements DeliveryListener {
    @Override
    public void ended(Delivery delivery) {
      about.add(delivery.notice().about());
    }
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @BeforeEach
  void empty() {
    ended.clear();
    transaction.setReadOnly(false);
    transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
  }

  private void pay(String order) {
    entities.persist(new ShopOrder(order));
    notifier.send(Host.STORE, Host.paid().about(order).key("paid:" + order));
  }

  private boolean isKept(String order) {
    return Integer.valueOf(1)
        .equals(
            rows.queryForObject(
                "SELECT count(*) FROM shop_order WHERE number = ?", Integer.class, order));
  }

  private int deliveries() {
    return OutboxHost.count(application.getBean(DataSource.class));
  }

  @Test
  void isAnApplicationOfJpaWithTheHibernateOfItsBoot() {
    String boot = SpringBootVersion.getVersion();
    assertThat(Version.getVersionString()).startsWith(boot.startsWith("3.") ? "6." : "7.");
    assertThat(transaction.getTransactionManager()).isInstanceOf(JpaTransactionManager.class);
  }

  @Test
  void theNoticeIsCommittedWithTheEntityAndWakesTheWorkers() throws InterruptedException {
    transaction.executeWithoutResult(
        status -> {
          pay("SO-1");
          assertThat(isKept("SO-1")).isFalse();
        });
    assertThat(isKept("SO-1")).isTrue();
    assertThat(ended.poll(20, TimeUnit.SECONDS)).isEqualTo("SO-1");
  }

  @Test
  void theNoticeIsRolledBackWithTheEntity() {
    int before = deliveries();
    transaction.executeWithoutResult(
        status -> {
          pay("SO-2");
          entities.flush();
          status.setRollbackOnly();
        });
    assertThat(isKept("SO-2")).isFalse();
    assertThat(deliveries()).isEqualTo(before);
    assertThat(notifier.send(Host.STORE, Host.paid().key("paid:SO-2")).isDuplicate()).isFalse();
  }

  @Test
  void aMethodThatFailsTakesItsNoticeWithIt() {
    int before = deliveries();
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      pay("SO-3");
                      entities.persist(new ShopOrder("SO-3"));
                      entities.flush();
                    }))
        .isInstanceOf(RuntimeException.class);
    assertThat(deliveries()).isEqualTo(before);
  }

  @Test
  void refusesATransactionThatMayOnlyRead() {
    transaction.setReadOnly(true);
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> pay("SO-4")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("may only read");
  }

  @Test
  void aListenerForTheTimeAfterTheCommitSendsByItself() throws InterruptedException {
    transaction.executeWithoutResult(status -> application.publishEvent(new Paid("SO-5")));
    assertThat(ended.poll(20, TimeUnit.SECONDS)).isEqualTo("SO-5");
    transaction.setReadOnly(true);
    transaction.executeWithoutResult(status -> application.publishEvent(new Paid("SO-6")));
    assertThat(ended.poll(20, TimeUnit.SECONDS)).isEqualTo("SO-6");
    int before = deliveries();
    transaction.executeWithoutResult(
        status -> {
          application.publishEvent(new Paid("SO-7"));
          status.setRollbackOnly();
        });
    assertThat(deliveries()).isEqualTo(before);
  }

  @Test
  void aTransactionOfItsOwnCommitsItsNoticeAlone() throws InterruptedException {
    TransactionTemplate own =
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(
        status -> {
          pay("SO-8");
          own.executeWithoutResult(inner -> pay("SO-9"));
          status.setRollbackOnly();
        });
    assertThat(ended.poll(20, TimeUnit.SECONDS)).isEqualTo("SO-9");
    assertThat(isKept("SO-8")).isFalse();
  }
}
