package dev.shopbell.cli;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.notice.Recipient;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** The shops of the demo and the people who buy there. */
final class DemoStores {
  static final StoreId TEA = new StoreId("tea");
  static final StoreId CLAY = new StoreId("clay");

  private DemoStores() {}

  /** On a public mailbox, so that its mail goes out on the platform's behalf. */
  static Store tea() {
    return Store.builder(TEA.value(), "安记茶铺", "anjitea@126.com")
        .locale(Locale.SIMPLIFIED_CHINESE)
        .zone(ZoneId.of("Asia/Shanghai"))
        .mailboxes(
            Mailboxes.of(EmailAddress.of("anjitea@126.com"))
                .withAdmins(EmailAddress.of("owner@anjitea.example")))
        .brand(brand("#2f6b4f", "https://anjitea.example", "杭州市西湖区龙井路 88 号"))
        .build();
  }

  /** On its own domain, verified and in effect, so that its mail comes from it alone. */
  static Store clay() {
    return Store.builder(CLAY.value(), "Leaf & Clay", "hello@leafandclay.example")
        .zone(ZoneId.of("Europe/Madrid"))
        .mailboxes(
            Mailboxes.of(EmailAddress.of("hello@leafandclay.example"))
                .withAdmins(EmailAddress.of("owner@leafandclay.example")))
        .brand(brand("#7a3e1d", "https://leafandclay.example", "12 Harbour Street, Valencia"))
        .build();
  }

  /** Has a mailbox, and a telephone that is not needed then. */
  static Recipient lin() {
    return Recipient.of("lin").email("lin.yue@customer.example").phone("+86 138 0013 8000");
  }

  /** Has a telephone alone. */
  static Recipient chen() {
    return Recipient.of("chen").phone("+86 139 0013 9000");
  }

  static Recipient maya() {
    return Recipient.of("maya").email("maya@customer.example").locale(Locale.ENGLISH);
  }

  private static Brand brand(String accent, String site, String postalAddress) {
    return new Brand(accent, Optional.empty(), Optional.of(URI.create(site)), postalAddress);
  }
}
