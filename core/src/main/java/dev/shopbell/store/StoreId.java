package dev.shopbell.store;

import dev.shopbell.internal.Text;

/**
 * The platform's own identifier of a store. Not personal; it stands in logs.
 *
 * @param value one line of 1 to 64 characters
 */
public record StoreId(String value) {
  public StoreId {
    Text.line("store id", value, 64);
  }

  @Override
  public String toString() {
    return value;
  }
}
