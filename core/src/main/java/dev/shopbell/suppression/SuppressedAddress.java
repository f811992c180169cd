package dev.shopbell.suppression;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.Text;
import dev.shopbell.store.StoreId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * An address on a store's list: a row of its table.
 *
 * @param store whose list
 * @param address the mailbox, its letters in lower case
 * @param reason why it is there
 * @param time since when
 * @param count how many bounces or complaints there were, 0 for what was done by hand
 */
public record SuppressedAddress(
    StoreId store, EmailAddress address, SuppressionReason reason, Instant time, int count) {
  public SuppressedAddress {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(time, "time");
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ": give 0 or more");
    }
  }

  /** False when it was taken off again. */
  public boolean isSuppressed() {
    return reason != SuppressionReason.LIFTED;
  }

  /** The entry as a line with tabs: store, address in full, reason, time (ISO 8601), count. */
  public String line() {
    return String.join(
        "\t", store.value(), address.value(), reason.code(), time.toString(), "" + count);
  }

  /**
   * Reads such a line.
   *
   * @throws IllegalArgumentException when it is none; the message holds no address
   */
  static SuppressedAddress read(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException(
          "it has " + parts.length + " columns: write store, address, reason, time and count");
    }
    try {
      return new SuppressedAddress(
          new StoreId(parts[0]),
          Suppressions.plain(EmailAddress.of(parts[1])),
          SuppressionReason.of(parts[2]),
          Instant.parse(parts[3]),
          Integer.parseInt(parts[4]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "time " + Text.quoted(parts[3]) + " cannot be read: write 2026-11-20T08:15:30Z", e);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("count " + Text.quoted(parts[4]) + " is no number", e);
    }
  }
}
