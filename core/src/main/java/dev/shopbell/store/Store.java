package dev.shopbell.store;

import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.internal.Text;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A store and its settings at one moment. A value: a change is another {@code Store}, and whoever
 * sends asks the {@link StoreDirectory} again.
 *
 * @param id the platform's identifier
 * @param name what shoppers know it by; any script, one line of at most 100 characters
 * @param mailboxes contact, notification, admins
 * @param brand how its letters look
 * @param locale its language, for recipients who state none that the templates have
 * @param zone its time zone, in which its days begin
 * @param accounts its own accounts with providers by channel, but mail, which {@code mailboxes}
 *     has; a channel that is not here goes through the platform's
 * @param settings what it has set for a transport, by the transport's name: a signature, an app id
 */
public record Store(
    StoreId id,
    String name,
    Mailboxes mailboxes,
    Brand brand,
    Locale locale,
    ZoneId zone,
    Map<Channel, Endpoint> accounts,
    Map<String, Map<String, String>> settings) {
  public Store {
    Objects.requireNonNull(id, "id");
    Text.line("store name", name, 100);
    Objects.requireNonNull(mailboxes, "mailboxes");
    Objects.requireNonNull(brand, "brand");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(zone, "zone");
    accounts = Map.copyOf(accounts);
    settings =
        settings.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Map.copyOf(e.getValue())));
    if (accounts.containsKey(Channel.EMAIL)) {
      throw new IllegalArgumentException(
          "accounts has email: give the store's own mail server as Mailboxes.notification");
    }
  }

  /** Begins a store from what every one must have; the rest has defaults. */
  public static StoreBuilder builder(String id, String name, String contactMailbox) {
    return new StoreBuilder(new StoreId(id), name, Mailboxes.of(EmailAddress.of(contactMailbox)));
  }

  /** A builder that begins with everything this store has. */
  public StoreBuilder toBuilder() {
    return new StoreBuilder(this);
  }

  /** The store's own account on a channel; empty when the platform's is used. */
  public Optional<Endpoint> account(Channel channel) {
    return channel.equals(Channel.EMAIL)
        ? mailboxes.notification().map(NotificationMailbox::server)
        : Optional.ofNullable(accounts.get(channel));
  }

  /** Id alone: a store's mailboxes are personal. */
  @Override
  public String toString() {
    return "Store[" + id + "]";
  }
}
