package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.consent.ConsentPolicy;
import dev.shopbell.consent.ConsentStore;
import dev.shopbell.consent.Consents;
import dev.shopbell.consent.InMemoryConsentStore;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.domain.InMemoryDomainRegistry;
import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.notice.MarketingConsent;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.suppression.InMemorySuppressionStore;
import dev.shopbell.suppression.SuppressionStore;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.testkit.RecordingTransport;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("spring-01")
class OutboxBeansTest {
  private final DataSource database = OutboxHost.database();
  private final RecordingTransport transport = Host.sms();
  private final ApplicationContextRunner host = OutboxHost.in(database, transport);
  private final ApplicationContextRunner own =
      Host.with(transport)
          .withBean(
              JdbcOutbox.class, () -> JdbcOutbox.in(database).prefix("own_").makeTables().build());

  @Test
  void keepsListsConsentsAndDomainsInTheOutboxsDatabase() {
    host.run(
        context -> {
          context.getBean(Suppressions.class).add(Host.STORE, EmailAddress.of("a@mail.example"));
          context
              .getBean(Consents.class)
              .withdrawAll(Host.STORE, "ann", Purpose.TRANSACTIONAL, "form");
          assertThat(OutboxHost.count(database, "shopbell_suppressed")).isEqualTo(1);
          assertThat(OutboxHost.count(database, "shopbell_consent")).isEqualTo(1);
          assertThat(context).hasSingleBean(DomainRegistry.class);
          assertThat(context.getBean(Notifier.class).send(Host.STORE, Host.paid()).deliveries())
              .isEmpty();
        });
  }

  @Test
  void leavesEachToTheHostsOwn() {
    ConsentStore consents = new InMemoryConsentStore();
    SuppressionStore suppressions = new InMemorySuppressionStore();
    DomainRegistry domains = new InMemoryDomainRegistry();
    host.withBean(ConsentStore.class, () -> consents)
        .withBean(SuppressionStore.class, () -> suppressions)
        .withBean(DomainRegistry.class, () -> domains)
        .run(
            context -> {
              assertThat(context.getBean(ConsentStore.class)).isSameAs(consents);
              assertThat(context.getBean(SuppressionStore.class)).isSameAs(suppressions);
              assertThat(context.getBean(DomainRegistry.class)).isSameAs(domains);
              assertThat(context).hasSingleBean(Suppressions.class).hasSingleBean(Consents.class);
            });
    host.withBean(Consents.class, () -> new Consents(consents))
        .withBean(Suppressions.class, () -> Suppressions.inMemory(Clock.systemUTC()))
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(Consents.class)
                    .hasSingleBean(Suppressions.class)
                    .doesNotHaveBean(ConsentStore.class)
                    .doesNotHaveBean(SuppressionStore.class)
                    .doesNotHaveBean(MarketingConsent.class));
  }

  @Test
  @Tag("channel-09")
  void asksTheHostsConsentsWithoutAnOutboxToo() {
    Consents consents = new Consents(new InMemoryConsentStore());
    consents.withdrawAll(Host.STORE, "ann", Purpose.TRANSACTIONAL, "form");
    Host.with(transport)
        .withBean(Consents.class, () -> consents)
        .run(
            context ->
                assertThat(
                        context.getBean(Notifier.class).send(Host.STORE, Host.paid()).deliveries())
                    .isEmpty());
  }

  @Test
  @Tag("channel-09")
  void showsPromotionsToThoseWhoSaidYesUntilTheHostHasAPolicy() {
    Recipient ann = Recipient.of("ann");
    host.run(
        context -> {
          MarketingConsent promotions = context.getBean(MarketingConsent.class);
          assertThat(promotions.isGiven(Host.STORE, ann, transport.info().channel())).isFalse();
          Consents consents = context.getBean(Consents.class);
          consents.grantAll(Host.STORE, "ann", Purpose.MARKETING, "form");
          assertThat(promotions.isGiven(Host.STORE, ann, transport.info().channel())).isTrue();
        });
    host.withBean(ConsentPolicy.class, () -> ConsentPolicy.OPT_IN)
        .run(context -> assertThat(context).doesNotHaveBean(MarketingConsent.class));
  }

  @Test
  void usesAnOutboxOfTheHostsOwn() {
    own.run(
        context -> {
          assertThat(context).hasSingleBean(Suppressions.class).hasSingleBean(Consents.class);
          assertThat(context).doesNotHaveBean(Rounds.class);
        });
    own.withPropertyValues("shopbell.outbox.retention.enabled=true")
        .run(context -> assertThat(context).hasSingleBean(Rounds.class));
  }

  @Test
  @Tag("spring-02")
  void joinsTransactionsOfAnOutboxOfTheHostsOwn() {
    own.run(
        context -> {
          Notifier notifier = context.getBean(Notifier.class);
          new TransactionTemplate(new DataSourceTransactionManager(database))
              .executeWithoutResult(
                  status -> {
                    notifier.send(Host.STORE, Host.paid());
                    status.setRollbackOnly();
                  });
          assertThat(notifier.backlog().pending()).isZero();
        });
  }
}
