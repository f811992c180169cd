package dev.shopbell.templates;

import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.template.LocaleChoice;
import dev.shopbell.template.TemplateCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The notices every shop sends, ready to use: their types, their words in five languages, and
 * sample data. Each is a record of {@link dev.shopbell.templates.events}, which says what it needs;
 * {@link dev.shopbell.notice.NoticeType#variables} lists it, and {@link #sample} shows it.
 *
 * <p>They run on {@link dev.shopbell.templates.mustache.MustacheEngine}, as what a merchant writes
 * does. {@link StoreTemplates} puts stores' own words in front of these; {@link #draft} is where
 * such words may begin.
 */
public final class StockTemplates {
  static final List<Locale> LOCALES =
      List.of(
          Locale.ENGLISH,
          Locale.SIMPLIFIED_CHINESE,
          Locale.TRADITIONAL_CHINESE,
          Locale.forLanguageTag("es"),
          Locale.forLanguageTag("ar"));

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
    return StockText.partials(LocaleChoice.choose(LOCALES, locale, Locale.ENGLISH));
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
    return StockSamples.usual(types().get(type), nearest);
  }

  /**
   * The same with texts as long as they may be, and lists of up to a dozen items, to see what
   * becomes of the layout.
   *
   * @throws InvalidNoticeException when the stock set has no type of that name
   */
  public static Map<String, Object> worstCase(String type, Locale locale) {
    Locale nearest = LocaleChoice.choose(LOCALES, locale, Locale.ENGLISH);
    return StockSamples.worst(types().get(type), nearest);
  }

  /**
   * What the stock set says, as a draft for a merchant to change: the letter's parts are partials
   * of it.
   *
   * @throws InvalidNoticeException when the stock set has no type of that name
   */
  public static TemplateDraft draft(String type, Locale locale) {
    Locale nearest = LocaleChoice.choose(LOCALES, locale, Locale.ENGLISH);
    Words.Script script = StockText.script(types().get(type), nearest);
    return TemplateDraft.of(
        type,
        nearest,
        new TemplateDraft.Text(
            script.fields().getOrDefault(Field.SUBJECT, ""),
            script.fields().getOrDefault(Field.PREHEADER, ""),
            script.fields().getOrDefault(Field.HTML, ""),
            "",
            script.fields().getOrDefault(Field.SMS, ""),
            script.sets(),
            script.partials()));
  }

  /** The languages it is written in, English first. */
  public static List<Locale> locales() {
    return LOCALES;
  }

  private static final class Catalog {
    static final StockCatalog STOCK = StockCatalog.load(StockTypes.ALL, LOCALES);
  }
}
