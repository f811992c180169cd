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
 */
public record Notice(
    StoreId store,
    String type,
    Purpose purpose,
    TemplateId template,
    String about,
    Origin origin,
    Map<String, Object> data) {
  public Notice {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(origin, "origin");
    data = Map.copyOf(Objects.requireNonNull(data, "data"));
  }

  static Notice of(StoreId store, NoticeType type, TemplateId template, Notification notification) {
    return new Notice(
        store,
        type.name(),
        type.purpose(),
        template,
        notification.about(),
        notification.origin(),
        type.own(notification.data()));
  }

  /** Without its data. */
  @Override
  public String toString() {
    return "Notice[" + type + " of " + store + (about.isEmpty() ? "" : " about " + about) + "]";
  }
}
