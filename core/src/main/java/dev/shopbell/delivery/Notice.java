package dev.shopbell.delivery;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.TemplateId;
import java.util.Map;
import java.util.Objects;

/**
 * What a delivery says: the notice as it was sent, with the template pinned. Never rendered text.
 *
 * @param store whose it is
 * @param type the name of its type
 * @param purpose why it is sent; marketing waits behind everything else
 * @param template the version it is rendered with
 * @param about what it concerns; empty when nothing
 * @param origin where the order came from
 * @param data its variables, plain values; personal
 * @param carried what {@link Tracing} gave to be carried along, such as {@code traceparent}; empty
 *     where nothing is traced
 */
public record Notice(
    StoreId store,
    String type,
    Purpose purpose,
    TemplateId template,
    String about,
    Origin origin,
    Map<String, Object> data,
    Map<String, String> carried) {
  public Notice {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(origin, "origin");
    data = Map.copyOf(Objects.requireNonNull(data, "data"));
    carried = Map.copyOf(carried);
  }

  /** A notice that nothing is carried along with. */
  public Notice(
      StoreId store,
      String type,
      Purpose purpose,
      TemplateId template,
      String about,
      Origin origin,
      Map<String, Object> data) {
    this(store, type, purpose, template, about, origin, data, Map.of());
  }

  static Notice of(
      StoreId store,
      NoticeType type,
      TemplateId template,
      Notification notification,
      Map<String, String> carried) {
    return new Notice(
        store,
        type.name(),
        type.purpose(),
        template,
        notification.about(),
        notification.origin(),
        type.own(notification.data()),
        carried);
  }

  Notice with(Map<String, String> carried) {
    return new Notice(store, type, purpose, template, about, origin, data, carried);
  }

  /** Without its data. */
  @Override
  public String toString() {
    return "Notice[" + type + " of " + store + (about.isEmpty() ? "" : " about " + about) + "]";
  }
}
