package dev.shopbell.jdbc;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.Content;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store with one type of notice, for tests of the whole path. */
final class SmallShop {
  static final StoreId TEA = new StoreId("tea");

  private SmallShop() {}

  static NotifierBuilder on(DeliveryStore outbox) {
    return on(outbox, Route.firstOf(Channel.EMAIL));
  }

  static NotifierBuilder on(DeliveryStore outbox, Route route) {
    Store tea = Store.builder("tea", "Ann's Tea", "ann@gmail.com").build();
    NoticeTypes types =
        NoticeTypes.of(
            List.of(NoticeType.builder("order.paid", Purpose.TRANSACTIONAL, route).build()));
    return Notifier.builder(
            id -> id.equals(TEA) ? Optional.of(tea) : Optional.empty(), types, new Catalog())
        .platform(PlatformSender.of("notify@platform.example"))
        .deliveries(outbox);
  }

  static Notification notice(String order) {
    Recipient ann = Recipient.of("ann").email("ann@customer.example").phone("+8613800138000");
    return Notification.of("order.paid", ann, Map.of()).about(order);
  }

  private static final class Catalog implements TemplateCatalog {
    @Override
    public Optional<NotificationTemplate> current(StoreId store, String noticeType) {
      return Optional.of(new Plain());
    }

    @Override
    public Optional<NotificationTemplate> version(StoreId store, TemplateId id) {
      return Optional.of(new Plain());
    }
  }

  private static final class Plain implements NotificationTemplate {
    @Override
    public TemplateId id() {
      return new TemplateId("order.paid", "1");
    }

    @Override
    public String noticeType() {
      return "order.paid";
    }

    @Override
    public Set<Channel> channels() {
      return Set.of(Channel.EMAIL, Channel.SMS);
    }

    @Override
    public List<Locale> locales() {
      return List.of(Locale.ENGLISH);
    }

    @Override
    public Content render(RenderRequest request) {
      return request.channel().equals(Channel.EMAIL)
          ? new EmailContent("Paid", "", "<p>Paid</p>", "Paid\n")
          : new SmsContent("Paid", Optional.empty());
    }
  }
}
