package dev.shopbell.notice;

import dev.shopbell.address.Address;
import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.internal.Text;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who a notice is for, and where they are reached.
 *
 * @param id the platform's identifier of the person; consent, caps and forgetting go by it
 * @param addresses at most one a channel; may be empty, and then nothing can be sent
 * @param locale the language they read; empty takes the store's
 * @param zone where their clock is; empty takes the store's
 */
public record Recipient(
    String id, Map<Channel, Address> addresses, Optional<Locale> locale, Optional<ZoneId> zone) {
  public Recipient {
    Text.line("recipient id", id, 128);
    addresses = Map.copyOf(addresses);
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(zone, "zone");
    requireKind(addresses, Channel.EMAIL, EmailAddress.class);
    requireKind(addresses, Channel.SMS, PhoneNumber.class);
  }

  /** Somebody who is not reached anywhere yet. */
  public static Recipient of(String id) {
    return new Recipient(id, Map.of(), Optional.empty(), Optional.empty());
  }

  /** This person, reached by mail. */
  public Recipient email(String address) {
    return at(Channel.EMAIL, EmailAddress.of(address));
  }

  /** This person, reached by text message; the number with its country code. */
  public Recipient phone(String number) {
    return at(Channel.SMS, PhoneNumber.of(number));
  }

  /** This person, reached on a channel; replaces the address they had there. */
  public Recipient at(Channel channel, Address address) {
    Map<Channel, Address> all = new HashMap<>(addresses);
    all.put(channel, address);
    return new Recipient(id, all, locale, zone);
  }

  /** This person, reading that language. */
  public Recipient locale(Locale locale) {
    return new Recipient(id, addresses, Optional.of(locale), zone);
  }

  /** This person, in that time zone. */
  public Recipient zone(ZoneId zone) {
    return new Recipient(id, addresses, locale, Optional.of(zone));
  }

  /** Where they are reached on a channel; empty when they are not. */
  public Optional<Address> address(Channel channel) {
    return Optional.ofNullable(addresses.get(channel));
  }

  private static void requireKind(
      Map<Channel, Address> addresses, Channel channel, Class<? extends Address> kind) {
    Address address = addresses.get(channel);
    if (address != null && !kind.isInstance(address)) {
      throw new IllegalArgumentException(
          "address for %s is of the kind %s: give one of the kind %s"
              .formatted(channel, address.getClass().getSimpleName(), kind.getSimpleName()));
    }
  }

  /** Only the channels: the rest is personal. */
  @Override
  public String toString() {
    return "Recipient" + addresses.keySet();
  }
}
