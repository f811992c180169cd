package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.templates.events.EventTypes;
import java.util.List;

/** The types of the stock set. */
final class StockTypes {
  static final List<NoticeType> ALL = EventTypes.all();

  private StockTypes() {}
}
