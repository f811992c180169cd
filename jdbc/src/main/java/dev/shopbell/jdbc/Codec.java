package dev.shopbell.jdbc;

import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Notice;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.Window;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.TemplateId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as two runs of octets: what it says, written once, and how far it has come, written
 * again with each step. Each begins with the version of its form.
 */
final class Codec {
  private static final byte VERSION = 1;

  private Codec() {}

  /** What does not change: notice, recipient, window, and how it begins. */
  static byte[] body(Delivery delivery) {
    Notice notice = delivery.notice();
    Octets out = new Octets().octet(VERSION);
    out.text(notice.store().value()).text(notice.type()).text(notice.purpose().name());
    out.text(notice.template().name()).text(notice.template().version());
    out.text(notice.about()).text(notice.origin().name());
    out.value(notice.data());
    recipient(out, delivery.recipient());
    Window window = delivery.window();
    out.time(window.queued()).time(window.notBefore()).time(window.expires());
    progress(out, delivery.progress());
    carried(out, notice.carried());
    return out.bytes();
  }

  /** Stands at the end where there is any, so that each version reads what the others wrote. */
  private static void carried(Octets out, Map<String, String> carried) {
    if (!carried.isEmpty()) {
      out.number(carried.size());
      carried.forEach((name, value) -> out.text(name).text(value));
    }
  }

  private static Map<String, String> carried(OctetReader in) {
    Map<String, String> carried = new HashMap<>();
    for (int left = in.isAtEnd() ? 0 : in.number(); left > 0; left--) {
      carried.put(in.text(), in.text());
    }
    return carried;
  }

  private static void recipient(Octets out, Recipient recipient) {
    out.text(recipient.id()).number(recipient.addresses().size());
    recipient
        .addresses()
        .forEach((channel, address) -> Addresses.write(out.text(channel.name()), address));
    out.text(recipient.locale().map(Locale::toLanguageTag).orElse(""));
    out.text(recipient.zone().map(ZoneId::getId).orElse(""));
  }

  /** How far it has come. */
  static byte[] progress(Progress progress) {
    return progress(new Octets().octet(VERSION), progress).bytes();
  }

  private static Octets progress(Octets out, Progress progress) {
    out.text(progress.state().name());
    out.number(progress.route().size());
    progress.route().forEach(channel -> out.text(channel.name()));
    out.time(progress.due()).number(progress.attempts());
    out.number(progress.last().isPresent() ? 1 : 0);
    progress.last().ifPresent(attempt -> attempt(out, attempt));
    return out.number(progress.inDoubt() ? 1 : 0).text(progress.why());
  }

  private static void attempt(Octets out, Attempt attempt) {
    out.number(attempt.number()).text(attempt.channel().name()).text(attempt.transport());
    Outcomes.write(out.time(attempt.at()), attempt.outcome());
  }

  /**
   * Reads a delivery.
   *
   * @param progress null while there is no news of it
   */
  static Delivery read(DeliveryId id, byte[] body, byte @Nullable [] progress) {
    OctetReader in = OctetReader.of(body, VERSION);
    StoreId store = new StoreId(in.text());
    String type = in.text();
    Purpose purpose = Purpose.valueOf(in.text());
    TemplateId template = new TemplateId(in.text(), in.text());
    String about = in.text();
    Origin origin = Origin.valueOf(in.text());
    Map<String, Object> data = in.map();
    Recipient recipient = recipient(in);
    Window window = new Window(in.time(), in.time(), in.time());
    Progress first = progress(in);
    Notice notice = new Notice(store, type, purpose, template, about, origin, data, carried(in));
    return new Delivery(
        id, notice, recipient, window, progress == null ? first : progress(progress));
  }

  private static Recipient recipient(OctetReader in) {
    String id = in.text();
    int count = in.number();
    Map<Channel, dev.shopbell.address.Address> addresses = new HashMap<>();
    for (int i = 0; i < count; i++) {
      addresses.put(new Channel(in.text()), Addresses.read(in));
    }
    Optional<Locale> locale = some(in.text()).map(Locale::forLanguageTag);
    return new Recipient(id, addresses, locale, some(in.text()).map(ZoneId::of));
  }

  private static Optional<String> some(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  static Progress progress(byte[] bytes) {
    return progress(OctetReader.of(bytes, VERSION));
  }

  private static Progress progress(OctetReader in) {
    DeliveryState state = DeliveryState.valueOf(in.text());
    List<Channel> route = in.list(() -> new Channel(in.text()));
    var due = in.time();
    int attempts = in.number();
    Optional<Attempt> last = in.number() == 1 ? Optional.of(attempt(in)) : Optional.empty();
    return new Progress(state, route, due, attempts, last, in.number() == 1, in.text());
  }

  private static Attempt attempt(OctetReader in) {
    return new Attempt(
        in.number(), new Channel(in.text()), in.text(), in.time(), Outcomes.read(in));
  }
}
