package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
  private static final EmailAddress CONTACT = EmailAddress.of("hello@shop.example");
  private static final Endpoint SMS = Endpoint.parse("acme-sms://key:secret@sms.example");
  private static final Endpoint SMTP = Endpoint.parse("smtp://user:secret@mail.example");

  @Test
  void needsItsIdNameAndContactAndHasDefaultsForTheRest() {
    Store store = Store.builder("s-1", "Ann's Tea", "hello@shop.example").build();

    assertThat(store)
        .isEqualTo(
            new Store(
                new StoreId("s-1"),
                "Ann's Tea",
                Mailboxes.of(CONTACT),
                Brand.PLAIN,
                Locale.ENGLISH,
                ZoneOffset.UTC,
                Map.of(),
                Map.of()));
  }

  @Test
  void hasWhatItsBuilderWasGiven() {
    Store store = full();

    assertThat(store.id()).isEqualTo(new StoreId("s-1"));
    assertThat(store.name()).isEqualTo("安的茶 🍵");
    assertThat(store.mailboxes().admins()).containsExactly(EmailAddress.of("ann@126.com"));
    assertThat(store.brand().accent()).isEqualTo("#000000");
    assertThat(store.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    assertThat(store.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(store.accounts()).containsExactly(Map.entry(Channel.SMS, SMS));
    assertThat(store.settings()).containsExactly(Map.entry("acme", Map.of("signature", "茶")));
  }

  @Test
  void becomesABuilderWithEverythingItHas() {
    assertThat(full().toBuilder().build()).isEqualTo(full());
  }

  @Test
  void isNotChangedByTheBuilderItBecame() {
    Store store = full();
    Store changed =
        store.toBuilder()
            .name("Other")
            .account(Channel.WECHAT, SMS)
            .settings("other", Map.of())
            .build();

    assertThat(store).isEqualTo(full());
    assertThat(changed.name()).isEqualTo("Other");
    assertThat(changed.id()).isEqualTo(store.id());
    assertThat(changed.accounts()).containsOnlyKeys(Channel.SMS, Channel.WECHAT);
    assertThat(changed.settings()).containsOnlyKeys("acme", "other");
  }

  @Test
  void isNotChangedByTheMapsItWasBuiltFrom() {
    Map<String, String> settings = new HashMap<>(Map.of("signature", "Tea"));
    StoreBuilder builder =
        Store.builder("s-1", "Tea", "hello@shop.example").settings("acme", settings);
    Store store = builder.build();
    settings.put("signature", "Coffee");
    builder.settings("other", Map.of());

    assertThat(store.settings()).containsExactly(Map.entry("acme", Map.of("signature", "Tea")));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> store.accounts().put(Channel.SMS, SMS));
  }

  @Test
  void takesALaterValueInPlaceOfAnEarlierOne() {
    Store store =
        Store.builder("s-1", "Tea", "hello@shop.example")
            .zone(ZoneId.of("Asia/Shanghai"))
            .zone(ZoneOffset.UTC)
            .settings("acme", Map.of("a", "1", "b", "2"))
            .settings("acme", Map.of("a", "3"))
            .build();

    assertThat(store.zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(store.settings()).containsExactly(Map.entry("acme", Map.of("a", "3")));
  }

  @Test
  void hasItsOwnMailServerAsItsAccountForMail() {
    NotificationMailbox mailbox = new NotificationMailbox(CONTACT, SMTP);
    Store store =
        full().toBuilder().mailboxes(Mailboxes.of(CONTACT).withNotification(mailbox)).build();

    assertThat(store.account(Channel.EMAIL)).contains(SMTP);
    assertThat(store.account(Channel.SMS)).contains(SMS);
    assertThat(store.account(Channel.WECHAT)).isEmpty();
    assertThat(full().account(Channel.EMAIL)).isEmpty();
  }

  @Test
  void refusesAnAccountForMailAndSaysWhereItBelongs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full().toBuilder().account(Channel.EMAIL, SMTP).build())
        .withMessage(
            "accounts has email: give the store's own mail server as Mailboxes.notification");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop\r\nBcc: x@evil.example", "Shop\n", "Shop\0", "Sh\u2028op"})
  void refusesANameThatCouldBreakAHeader(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Store.builder("s-1", name, "hello@shop.example").build())
        .withMessageStartingWith("store name holds U+")
        .withMessageNotContaining("Bcc");
  }

  @Test
  void refusesANameOfMoreThan100Characters() {
    assertThat(full().toBuilder().name("x".repeat(100)).build().name()).hasSize(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> full().toBuilder().name("x".repeat(101)).build())
        .withMessage("store name has 101 characters: at most 100 are allowed");
  }

  @Test
  void printsItsIdAlone() {
    assertThat(full()).hasToString("Store[s-1]");
  }

  private static Store full() {
    return Store.builder("s-1", "Tea", "other@shop.example")
        .name("安的茶 🍵")
        .mailboxes(Mailboxes.of(CONTACT).withAdmins(EmailAddress.of("ann@126.com")))
        .brand(new Brand("#000000", Brand.PLAIN.logo(), Brand.PLAIN.site(), ""))
        .locale(Locale.SIMPLIFIED_CHINESE)
        .zone(ZoneId.of("Asia/Shanghai"))
        .account(Channel.SMS, SMS)
        .settings("acme", Map.of("signature", "茶"))
        .build();
  }
}
