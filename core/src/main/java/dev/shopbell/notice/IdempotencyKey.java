package dev.shopbell.notice;

import dev.shopbell.internal.Text;

/**
 * The caller's name for one notice of one store: sent twice, it is one notice, as long as the store
 * of deliveries keeps the key: in memory until there are three times as many newer ones as it has
 * room for, in a database until old ones are taken out, after 30 days unless the platform says
 * otherwise. The key of what is pending is kept.
 *
 * @param value one line of 1 to 200 characters, such as {@code paid:SO-1001}
 */
public record IdempotencyKey(String value) {
  public IdempotencyKey {
    Text.line("idempotency key", value, 200);
  }

  @Override
  public String toString() {
    return value;
  }
}
