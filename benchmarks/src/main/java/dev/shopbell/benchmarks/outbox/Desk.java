package dev.shopbell.benchmarks.outbox;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryListener;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.Content;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A whole notifier at work: it plans each notice, renders a short text and hands it to a transport
 * that does nothing.
 */
final class Desk {
  static final int WORKERS = 256;

  private final DeliveryStore outbox;
  private final boolean deduplicates;

  /** With an outbox of its own, which it closes. */
  Desk(DeliveryStore outbox, boolean deduplicates) {
    this.outbox = outbox;
    this.deduplicates = deduplicates;
  }

  /** Works off so many that are queued. */
  Rate drain(int notices) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(notices);
    try (Notifier notifier = notifier(left)) {
      long start = System.nanoTime();
      notifier.start();
      left.await();
      return Rate.of(notices, System.nanoTime() - start);
    }
  }

  private Notifier notifier(CountDownLatch left) {
    NoticeType type =
        NoticeType.builder(Samples.TYPE, Purpose.TRANSACTIONAL, Route.firstOf(Channel.SMS))
            .variables(
                Variable.of("name", Kind.TEXT),
                Variable.of("order", Kind.TEXT),
                Variable.of("note", Kind.TEXT))
            .build();
    return Notifier.builder(Desk::store, NoticeTypes.of(List.of(type)), new Catalog())
        .transport(new Nothing(deduplicates))
        .deliveries(outbox)
        .workers(WORKERS)
        .listener(
            new DeliveryListener() {
              @Override
              public void ended(Delivery delivery) {
                left.countDown();
              }
            })
        .buildStopped();
  }

  private static Optional<Store> store(StoreId id) {
    return Optional.of(Store.builder(id.value(), "Ann's Tea", "ann@tea.example").build());
  }

  private record Nothing(boolean deduplicates) implements Transport {
    @Override
    public TransportInfo info() {
      TransportInfo info = TransportInfo.of("none", Channel.SMS);
      return deduplicates ? info.deduplicating() : info;
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) {
      return new Outcome.Accepted("none", List.of(), 1);
    }
  }

  private record Catalog() implements TemplateCatalog {
    @Override
    public Optional<NotificationTemplate> current(StoreId store, String noticeType) {
      return Optional.of(new Plain());
    }

    @Override
    public Optional<NotificationTemplate> version(StoreId store, TemplateId id) {
      return Optional.of(new Plain());
    }
  }

  private record Plain() implements NotificationTemplate {
    @Override
    public TemplateId id() {
      return new TemplateId(Samples.TYPE, "1");
    }

    @Override
    public String noticeType() {
      return Samples.TYPE;
    }

    @Override
    public Set<Channel> channels() {
      return Set.of(Channel.SMS);
    }

    @Override
    public List<Locale> locales() {
      return List.of(Locale.ENGLISH);
    }

    @Override
    public Content render(RenderRequest request) {
      return new SmsContent(request.data().get("order") + " is paid.", Optional.empty());
    }
  }
}
