package dev.shopbell.testkit;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.Content;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.RenderException;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A platform with stores, types of notice and plain templates, for tests of the whole path. */
final class Shop {
  static final StoreId TEA = new StoreId("tea");
  static final StoreId COFFEE = new StoreId("coffee");

  final SettableClock clock = SettableClock.at("2026-11-22T08:00:00Z");
  final Map<StoreId, Store> stores = new ConcurrentHashMap<>();
  final RecordingTransport mail = RecordingTransport.on(Channel.EMAIL);
  final RecordingTransport sms = RecordingTransport.on(Channel.SMS);
  NoticeTypes types =
      NoticeTypes.of(
          List.of(
              type("order.paid", Route.firstOf(Channel.EMAIL, Channel.SMS)),
              type("order.both", Route.allOf(Channel.EMAIL, Channel.SMS)),
              type("order.mail", Route.firstOf(Channel.EMAIL)),
              type("order.told", Route.firstOf(Channel.EMAIL)),
              NoticeType.builder(
                      "admin.order.told", Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL))
                  .variables(Variable.of("order", Kind.TEXT))
                  .forAdminsBeside("order.told")
                  .build(),
              type("broken", Route.firstOf(Channel.EMAIL, Channel.SMS)),
              NoticeType.builder("outage", Purpose.CRITICAL, Route.firstOf(Channel.EMAIL))
                  .variables(Variable.of("order", Kind.TEXT))
                  .resendUnknownAfter(Duration.ofMinutes(10))
                  .build()));

  Shop() {
    put(Store.builder("tea", "Ann's Tea", "ann@gmail.com").build());
    put(Store.builder("coffee", "Bo's Coffee", "bo@coffee.example").build());
  }

  /** A notifier without workers on two recording transports: tests dispatch by hand. */
  NotifierBuilder builder() {
    return bare().transport(mail).transport(sms);
  }

  /** The same without transports. */
  NotifierBuilder bare() {
    return Notifier.builder(id -> Optional.ofNullable(stores.get(id)), types, new Catalog())
        .platform(PlatformSender.of("notify@platform.example"))
        .clock(clock)
        .workers(0);
  }

  void put(Store store) {
    stores.put(store.id(), store);
  }

  static NoticeType type(String name, Route route) {
    return NoticeType.builder(name, Purpose.TRANSACTIONAL, route)
        .variables(
            Variable.of("order", Kind.TEXT),
            Variable.of("note", Kind.TEXT).optional(),
            Variable.of("cardKey", Kind.SECRET).optional())
        .build();
  }

  static Recipient ann() {
    return Recipient.of("ann").email("ann@customer.example").phone("+8613800138000");
  }

  static Notification paid(String order) {
    return Notification.of("order.paid", ann(), Map.of("order", order));
  }

  static Notification of(String type, String order) {
    return Notification.of(type, ann(), Map.of("order", order));
  }

  /** How the first of a notice's deliveries stands. */
  static DeliveryState state(Notifier notifier, SendResult sent) {
    return notifier.find(sent.deliveries().get(0)).orElseThrow().state();
  }

  /** What the provider behind a recording transport tells of a message. */
  Receipt receipt(Receipt.Status status, String id) {
    return new Receipt("recording", id, status, clock.instant(), Optional.empty());
  }

  /** A template a type, in English, whose words are the type and its data. */
  private static final class Catalog implements TemplateCatalog {
    @Override
    public Optional<NotificationTemplate> current(StoreId store, String noticeType) {
      return Optional.of(new Plain(noticeType));
    }

    @Override
    public Optional<NotificationTemplate> version(StoreId store, TemplateId id) {
      return Optional.of(new Plain(id.name()));
    }
  }

  private record Plain(String noticeType) implements NotificationTemplate {
    @Override
    public TemplateId id() {
      return new TemplateId(noticeType, "1");
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
      if (noticeType.equals("broken") && request.channel().equals(Channel.EMAIL)) {
        throw new RenderException(id(), "a tag is not closed at line 3, column 7");
      }
      String words = noticeType + " " + request.data().get("order");
      String key = request.data().containsKey("cardKey") ? " " + request.data().get("cardKey") : "";
      return request.channel().equals(Channel.EMAIL)
          ? new EmailContent(words, "", "<p>" + words + key + "</p>", words + key + "\n")
          : new SmsContent(words + key, Optional.empty());
    }
  }
}
