package dev.shopbell.notice;

import dev.shopbell.internal.Text;

/**
 * The caller's name for one notice of one store: sent twice, it is one notice.
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
