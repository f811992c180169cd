package dev.shopbell.store;

import dev.shopbell.address.EmailAddress;
import java.util.Objects;

/**
 * A mailbox that a store sends its customers' mail from, through the store's own server.
 *
 * @param address what stands in From and in the envelope
 * @param server where and as whom to log in: {@code smtps} for implicit TLS (465), {@code smtp} for
 *     STARTTLS (587)
 */
public record NotificationMailbox(EmailAddress address, Endpoint server) {
  public NotificationMailbox {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(server, "server").requireHost();
  }
}
