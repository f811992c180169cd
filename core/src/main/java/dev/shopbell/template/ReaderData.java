package dev.shopbell.template;

import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes a notice's data as its reader does: money, numbers and moments in their language and zone.
 * What a mail client's own code reads, as in schema.org markup, stands beside it: {@code
 * totalAmount} and {@code totalCurrency} for money {@code total}, {@code paidAtIso} for a moment,
 * {@code quantityPlain} for a number.
 */
public final class ReaderData {
  private final Locale locale;
  private final DateTimeFormatter moment;
  private final Function<Secret, String> link;

  private ReaderData(Locale locale, ZoneId zone, Function<Secret, String> link) {
    this.locale = oneKindOfDigits(locale);
    this.moment = moments(locale).withLocale(locale).withZone(zone);
    this.link = link;
  }

  /**
   * The data for a reader. It must have been checked against the variables.
   *
   * @param link the view link of each secret
   */
  public static Map<String, Object> of(
      List<Variable> variables,
      Map<String, Object> data,
      Locale locale,
      ZoneId zone,
      Function<Secret, String> link) {
    return new ReaderData(locale, zone, link).map(variables, data);
  }

  private Map<String, Object> map(List<Variable> variables, Map<?, ?> data) {
    Map<String, Object> written = new LinkedHashMap<>();
    for (Variable variable : variables) {
      Object value = data.get(variable.name());
      if (value != null) {
        written.put(variable.name(), value(variable, value));
        machine(variable, value, written);
      }
    }
    return Collections.unmodifiableMap(written);
  }

  /** The forms for machines, where no variable has that name. */
  private static void machine(Variable variable, Object value, Map<String, Object> written) {
    String name = variable.name();
    switch (variable.kind()) {
      case MONEY -> {
        String money = (String) value;
        int space = money.indexOf(' ');
        written.putIfAbsent(name + "Amount", money.substring(0, space));
        written.putIfAbsent(name + "Currency", money.substring(space + 1));
      }
      case INSTANT -> written.putIfAbsent(name + "Iso", value);
      case NUMBER -> written.putIfAbsent(name + "Plain", String.valueOf(value));
      default -> {}
    }
  }

  private Object value(Variable variable, Object value) {
    return switch (variable.kind()) {
      case TEXT, HTML, LINK, FLAG -> value;
      case NUMBER -> plainSpaces(number(value));
      case MONEY -> money((String) value);
      case INSTANT -> plainSpaces(moment.format(OffsetDateTime.parse((String) value)));
      case LIST -> list(variable, (List<?>) value);
      case SECRET -> link.apply((Secret) value);
    };
  }

  private List<Object> list(Variable variable, List<?> items) {
    return items.stream().<Object>map(item -> map(variable.fields(), (Map<?, ?>) item)).toList();
  }

  private String number(Object value) {
    NumberFormat format = NumberFormat.getInstance(locale);
    format.setMaximumFractionDigits(20);
    return format.format(value);
  }

  private String money(String text) {
    int space = text.indexOf(' ');
    BigDecimal amount = new BigDecimal(text.substring(0, space));
    Currency currency = Currency.getInstance(text.substring(space + 1));
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    int usual = Math.max(currency.getDefaultFractionDigits(), 0);
    int digits = Math.max(usual, amount.scale());
    format.setMinimumFractionDigits(isWrittenWhole(amount, currency) ? 0 : usual);
    format.setMaximumFractionDigits(digits);
    return plainSpaces(format.format(amount));
  }

  /** ISO 4217 gives the New Taiwan dollar cents, which nobody there writes. */
  private static boolean isWrittenWhole(BigDecimal amount, Currency currency) {
    return currency.getCurrencyCode().equals("TWD") && amount.stripTrailingZeros().scale() <= 0;
  }

  /**
   * Chinese readers expect the day's 24 hours, where the JDK's own pattern halves it; Arabic ones
   * the month's name, where it has numbers whose order nobody can be sure of.
   */
  private static DateTimeFormatter moments(Locale locale) {
    return switch (locale.getLanguage()) {
      case "zh" -> DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
      case "ar" -> DateTimeFormatter.ofPattern("d MMMM yyyy، h:mm a");
      default -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
    };
  }

  /** Arabic dates and order numbers have European digits, so amounts have them too. */
  private static Locale oneKindOfDigits(Locale locale) {
    return locale.getLanguage().equals("ar") && locale.getUnicodeLocaleType("nu") == null
        ? new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "latn").build()
        : locale;
  }

  /**
   * A narrow or unbreakable space, as some JDKs write it, would cost a text message its alphabet.
   */
  private static String plainSpaces(String text) {
    return text.replace('\u202F', ' ').replace('\u00A0', ' ');
  }
}
