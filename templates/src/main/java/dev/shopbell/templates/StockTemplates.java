package dev.shopbell.templates;

import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.template.LocaleChoice;
import dev.shopbell.template.TemplateCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The notices every shop sends, ready to use: their types, their words, and sample data.
 *
 * <table>
 *   <caption>The stock set</caption>
 *   <tr><th>type</th><th>says</th><th>by</th></tr>
 *   <tr><td>{@code order.placed}</td><td>the order has come in</td><td>mail, else SMS</td></tr>
 *   <tr><td>{@code order.paid}</td><td>the payment has come in</td><td>mail, else SMS</td></tr>
 *   <tr><td>{@code order.shipped}</td><td>the goods are on their way</td><td>mail, else SMS</td></tr>
 *   <tr><td>{@code admin.order.new}</td><td>the shop has a paid order</td><td>mail to its admins,
 *     beside {@code order.paid}</td></tr>
 * </table>
 *
 * <p>Every one has {@code orderNumber}. A placed or paid order has {@code goods}, each with {@code
 * name}, {@code quantity}, the {@code price} of one piece and perhaps {@code options}, and {@code
 * total}; a paid one {@code paidAt}; a shipped one {@code carrier}, {@code trackingNumber} and
 * perhaps {@code goods}. The rest may be left out, the buyer's {@code name}, {@code shipping},
 * {@code discount} (an amount above zero) and the links among it: {@link
 * dev.shopbell.notice.NoticeType#variables} lists all of it, and {@link #sample} shows it.
 *
 * <p>Each is written in Simplified Chinese and English, and runs on {@link
 * dev.shopbell.templates.mustache.MustacheEngine}, as what a merchant writes does. {@link
 * StoreTemplates} puts stores' own words in front of these.
 */
public final class StockTemplates {
  static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private StockTemplates() {}

  /** The types of the stock set; {@link NoticeTypes#with} adds a platform's own. */
  public static NoticeTypes types() {
    return NoticeTypes.of(StockTypes.ALL);
  }

  /**
   * What they say, the same for every store; each store's brand comes in as it is rendered. A
   * template's version is the hash of its words, so a change of words is another version without
   * anybody having to count. Words of an earlier release are not carried along: a notice that still
   * waits after an upgrade goes out in the new words, which is better than not at all.
   *
   * <p>Compiled at the first call; later calls give the same one. Immutable.
   */
  public static TemplateCatalog catalog() {
    return Catalog.STOCK;
  }

  /**
   * The parts that the stock letters are made of, by name: {@code layout}, {@code title}, {@code
   * button}. A draft that is given them looks as the stock letters do.
   *
   * @param locale the language of the words in them; the nearest of the stock set's
   */
  public static Map<String, String> partials(Locale locale) {
    return Words.partials(LocaleChoice.choose(LOCALES, locale, Locale.ENGLISH));
  }

  /**
   * Data to look at a type with: every variable has a value, and the data fits the type. It is
   * about nobody.
   *
   * @param locale the language of names and goods, and the currency; the nearest of the stock set's
   * @throws InvalidNoticeException when the stock set has no type of that name
   */
  public static Map<String, Object> sample(String type, Locale locale) {
    Locale nearest = LocaleChoice.choose(LOCALES, locale, Locale.ENGLISH);
    return types().get(type).own(StockSamples.in(nearest));
  }

  private static final class Catalog {
    static final StockCatalog STOCK = StockCatalog.load(StockTypes.ALL, LOCALES);
  }
}
