package dev.shopbell.templates.events;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An amount of money, exact. It is written in the reader's language when the notice is rendered.
 *
 * @param amount as many digits as it has, {@code 129.00}
 * @param currency ISO 4217
 */
public record Money(BigDecimal amount, Currency currency) {
  public Money {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
  }

  /**
   * An amount in a currency.
   *
   * @param amount {@code "129.00"}
   * @param currency {@code "CNY"}
   * @throws IllegalArgumentException when one of them is none
   */
  public static Money of(String amount, String currency) {
    try {
      return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"%s %s\" is no amount of money: write it as 129.00 and CNY".formatted(amount, currency),
          e);
    }
  }

  /** So many of it. */
  public Money times(int quantity) {
    return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
  }

  /** As a notice's data has it, {@code 129.00 CNY}. */
  @Override
  public String toString() {
    return amount.toPlainString() + " " + currency.getCurrencyCode();
  }
}
