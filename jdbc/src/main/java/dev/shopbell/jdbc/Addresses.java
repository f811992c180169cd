package dev.shopbell.jdbc;

import dev.shopbell.address.Address;
import dev.shopbell.address.ChannelAddress;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.address.WeChatUser;

/** Addresses of every kind as octets. */
final class Addresses {
  private static final byte EMAIL = 'e';
  private static final byte PHONE = 'p';
  private static final byte WECHAT = 'w';
  private static final byte OTHER = 'o';

  private Addresses() {}

  static void write(Octets out, Address address) {
    if (address instanceof EmailAddress) {
      out.octet(EMAIL).text(address.value());
    } else if (address instanceof PhoneNumber) {
      out.octet(PHONE).text(address.value());
    } else if (address instanceof WeChatUser user) {
      out.octet(WECHAT).text(user.appId()).text(user.openId());
    } else {
      out.octet(OTHER).text(address.value());
    }
  }

  static Address read(OctetReader in) {
    return switch (in.octet()) {
      case EMAIL -> EmailAddress.of(in.text());
      case PHONE -> PhoneNumber.of(in.text());
      case WECHAT -> new WeChatUser(in.text(), in.text());
      case OTHER -> new ChannelAddress(in.text());
      default -> throw in.unreadable();
    };
  }
}
