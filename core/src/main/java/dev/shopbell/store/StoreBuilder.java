package dev.shopbell.store;

import dev.shopbell.address.Channel;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Builds a {@link Store}. Not thread-safe; a later value replaces an earlier one. */
public final class StoreBuilder {
  private final StoreId id;
  private String name;
  private Mailboxes mailboxes;
  private Brand brand = Brand.PLAIN;
  private Locale locale = Locale.ENGLISH;
  private ZoneId zone = ZoneOffset.UTC;
  private final Map<Channel, Endpoint> accounts = new HashMap<>();
  private final Map<String, Map<String, String>> settings = new HashMap<>();

  StoreBuilder(StoreId id, String name, Mailboxes mailboxes) {
    this.id = id;
    this.name = name;
    this.mailboxes = mailboxes;
  }

  StoreBuilder(Store store) {
    this(store.id(), store.name(), store.mailboxes());
    brand = store.brand();
    locale = store.locale();
    zone = store.zone();
    accounts.putAll(store.accounts());
    settings.putAll(store.settings());
  }

  /** What shoppers know the store by. */
  public StoreBuilder name(String name) {
    this.name = name;
    return this;
  }

  /** All three mailboxes, in place of the contact mailbox alone. */
  public StoreBuilder mailboxes(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
    return this;
  }

  /** How its letters look; {@link Brand#PLAIN} unless given. */
  public StoreBuilder brand(Brand brand) {
    this.brand = brand;
    return this;
  }

  /** Its language; English unless given. */
  public StoreBuilder locale(Locale locale) {
    this.locale = locale;
    return this;
  }

  /** Its time zone; UTC unless given. */
  public StoreBuilder zone(ZoneId zone) {
    this.zone = zone;
    return this;
  }

  /** Its own account with a provider on a channel, in place of the platform's. */
  public StoreBuilder account(Channel channel, Endpoint account) {
    accounts.put(channel, account);
    return this;
  }

  /** What it has set for the transport of that name. */
  public StoreBuilder settings(String transport, Map<String, String> values) {
    settings.put(transport, Map.copyOf(values));
    return this;
  }

  /**
   * The store.
   *
   * @throws IllegalArgumentException when a value cannot be, with its name
   */
  public Store build() {
    return new Store(id, name, mailboxes, brand, locale, zone, accounts, settings);
  }
}
