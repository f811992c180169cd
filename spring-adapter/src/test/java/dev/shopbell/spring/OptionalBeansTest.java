package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.InMemoryDeliveryStore;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.SecretLinks;
import dev.shopbell.notice.Variable;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.plan.Skipped;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Tag("spring-01")
class OptionalBeansTest {
  private static final Notification CARD =
      Host.notice("order.paid", Map.of("card", Secret.reference("card-1")));
  private final ApplicationContextRunner host = Host.with(Host.sms());
  private final ApplicationContextRunner hostWithCards =
      host.withBean(NoticeTypes.class, OptionalBeansTest::types);

  /**
   * Types of the host's own: one that the stock templates have words for, and one they have not.
   */
  private static NoticeTypes types() {
    return NoticeTypes.of(
        Stream.of("order.paid", "gift.card")
            .map(
                name ->
                    NoticeType.builder(name, Purpose.TRANSACTIONAL, Route.firstOf(Channel.SMS))
                        .variables(Variable.of("card", Variable.Kind.SECRET).optional())
                        .build())
            .toList());
  }

  /** Has no words, and keeps what it was asked for. */
  private record OwnTemplates(List<String> asked) implements TemplateCatalog {
    @Override
    public Optional<NotificationTemplate> current(StoreId store, String noticeType) {
      asked.add(noticeType);
      return Optional.empty();
    }

    @Override
    public Optional<NotificationTemplate> version(StoreId store, TemplateId id) {
      return Optional.empty();
    }
  }

  @Test
  void knowsTheHostsTypesAndHasStockWordsForThoseInTheStockSet() {
    hostWithCards.run(
        context -> {
          Notifier notifier = context.getBean(Notifier.class);
          assertThat(notifier.send(Host.STORE, Host.notice("order.paid", Map.of())).skipped())
              .isEmpty();
          assertThat(notifier.send(Host.STORE, Host.notice("gift.card", Map.of())).skipped())
              .containsExactly(new Skipped("gift.card", Channel.SMS, SkipReason.NO_TEMPLATE));
        });
  }

  @Test
  void asksTheHostsTemplatesForTheStockTypes() {
    List<String> asked = new ArrayList<>();
    host.withBean(TemplateCatalog.class, () -> new OwnTemplates(asked))
        .run(
            context -> {
              context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              assertThat(asked).containsExactly("order.paid", "admin.order.new");
            });
  }

  @Test
  void asksTheHostsDomains() {
    AtomicInteger asked = new AtomicInteger();
    SendingDomains domains =
        (store, domain) -> {
          asked.incrementAndGet();
          return DomainStatus.UNKNOWN;
        };
    host.withPropertyValues(
            "shopbell.transports[0]=smtp://localhost",
            "shopbell.platform.address=notices@host.example")
        .withBean(SendingDomains.class, () -> domains)
        .run(
            context -> {
              context.getBean(Notifier.class).explain(Host.STORE, Host.paid());
              assertThat(asked).hasPositiveValue();
            });
  }

  @Test
  void keepsDeliveriesInTheHostsStore() {
    InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore(10);
    host.withBean(DeliveryStore.class, () -> deliveries)
        .run(
            context -> {
              SendResult sent = context.getBean(Notifier.class).send(Host.STORE, Host.paid());
              assertThat(deliveries.find(sent.deliveries().get(0))).isPresent();
            });
  }

  @Test
  void refusesSecretsWithoutLinksToThem() {
    hostWithCards.run(
        context ->
            assertThatThrownBy(() -> context.getBean(Notifier.class).send(Host.STORE, CARD))
                .isInstanceOf(InvalidNoticeException.class));
  }

  @Test
  void linksToSecretsByTheHostsLinks() {
    SecretLinks links = (store, delivery, secret) -> URI.create("https://host.example/card");
    hostWithCards
        .withBean(SecretLinks.class, () -> links)
        .run(
            context ->
                assertThat(context.getBean(Notifier.class).send(Host.STORE, CARD).deliveries())
                    .hasSize(1));
  }

  @Test
  void tellsTheTimeByTheHostsClock() {
    Instant now = Instant.parse("2026-11-22T08:30:00Z");
    host.withBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC))
        .run(
            context -> {
              Notifier notifier = context.getBean(Notifier.class);
              SendResult sent = notifier.send(Host.STORE, Host.paid());
              Delivery delivery = notifier.find(sent.deliveries().get(0)).orElseThrow();
              assertThat(delivery.window().queued()).isEqualTo(now);
            });
  }

  @Test
  void takesThePrimaryOfSeveral() {
    Instant now = Instant.parse("2026-11-22T08:30:00Z");
    host.withBean("local", Clock.class, Clock::systemDefaultZone)
        .withBean(
            "fixed",
            Clock.class,
            () -> Clock.fixed(now, ZoneOffset.UTC),
            definition -> definition.setPrimary(true))
        .run(context -> assertThat(context).hasSingleBean(Notifier.class));
  }
}
