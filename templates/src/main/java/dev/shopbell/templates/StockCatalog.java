package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One template a type, the same for every store. */
final class StockCatalog implements TemplateCatalog {
  private final Map<String, NotificationTemplate> templates;

  private StockCatalog(Map<String, NotificationTemplate> templates) {
    this.templates = Map.copyOf(templates);
  }

  static StockCatalog load(Collection<NoticeType> types, List<Locale> locales) {
    return new StockCatalog(
        types.stream()
            .map(type -> TemplateLoader.load(type, Words.read(type, locales)))
            .collect(Collectors.toMap(NotificationTemplate::noticeType, Function.identity())));
  }

  @Override
  public Optional<NotificationTemplate> current(StoreId store, String noticeType) {
    return Optional.ofNullable(templates.get(noticeType));
  }

  @Override
  public Optional<NotificationTemplate> version(StoreId store, TemplateId id) {
    return current(store, id.name());
  }
}
