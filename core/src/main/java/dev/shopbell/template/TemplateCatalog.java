package dev.shopbell.template;

import dev.shopbell.store.StoreId;
import java.util.Optional;

/** The templates a store sends with, its own or the platform's. Called by many threads. */
public interface TemplateCatalog {
  /** The template that a new notice of that type is sent with; empty when there is none. */
  Optional<NotificationTemplate> current(StoreId store, String noticeType);

  /**
   * The version that a waiting notice was sent with. Where its words are gone, as after an upgrade,
   * the present ones for the same data; empty when there are none, and then the notice fails.
   */
  Optional<NotificationTemplate> version(StoreId store, TemplateId id);
}
