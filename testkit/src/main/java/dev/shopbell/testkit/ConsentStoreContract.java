package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.consent.Consent;
import dev.shopbell.consent.ConsentStore;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.StoreId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every store of consents keeps. Inherit it in a test and give the store; each test has a new,
 * empty one.
 */
@Tag("channel-09")
public abstract class ConsentStoreContract {
  private static final StoreId TEA = new StoreId("tea");
  private static final StoreId COFFEE = new StoreId("coffee");
  private static final Consent YES =
      new Consent(
          TEA,
          "ann",
          Purpose.MARKETING,
          Optional.empty(),
          true,
          SampleDeliveries.NOW,
          "checkout form 3, 结账");

  private ConsentStore store;

  /** For the test frameworks. */
  protected ConsentStoreContract() {}

  /** A new, empty store. */
  protected abstract ConsentStore open();

  /** Opens the store. */
  @BeforeEach
  protected final void openStore() {
    store = open();
  }

  private static Consent said(
      StoreId store, String recipient, Purpose purpose, Optional<Channel> channel, boolean yes) {
    return new Consent(
        store, recipient, purpose, channel, yes, YES.time().plusSeconds(1), "by hand");
  }

  private static Consent mail(boolean yes) {
    return said(TEA, "ann", Purpose.MARKETING, Optional.of(Channel.EMAIL), yes);
  }

  @Test
  void whatWasSaidIsFoundAsItWasSaid() {
    store.put(YES);
    store.put(mail(false));
    assertThat(store.find(TEA, "ann")).containsExactlyInAnyOrder(YES, mail(false));
  }

  @Test
  void eachStoreAndRecipientStandsForItself() {
    store.put(YES);
    assertThat(store.find(COFFEE, "ann")).isEmpty();
    assertThat(store.find(TEA, "Ann")).isEmpty();
    assertThat(store.find(TEA, "ann ")).isEmpty();
    assertThat(store.find(TEA, "安娜🍵")).isEmpty();
  }

  @Test
  void theLastWordOfAPurposeAndChannelIsKept() {
    Consent text = said(TEA, "ann", Purpose.MARKETING, Optional.of(Channel.SMS), true);
    Consent orders = said(TEA, "ann", Purpose.TRANSACTIONAL, Optional.of(Channel.EMAIL), false);
    store.put(text);
    store.put(orders);
    store.put(mail(true));
    store.put(mail(false));
    store.put(mail(false));
    assertThat(store.find(TEA, "ann")).containsExactlyInAnyOrder(text, orders, mail(false));
  }

  @Test
  void aWordOnAllChannelsTakesThePlaceOfThoseOnEach() {
    Consent orders = said(TEA, "ann", Purpose.TRANSACTIONAL, Optional.of(Channel.EMAIL), false);
    Consent coffee = said(COFFEE, "ann", Purpose.MARKETING, Optional.of(Channel.EMAIL), true);
    store.put(orders);
    store.put(coffee);
    store.put(mail(true));
    Consent no = said(TEA, "ann", Purpose.MARKETING, Optional.empty(), false);
    store.put(YES);
    store.put(no);
    assertThat(store.find(TEA, "ann")).containsExactlyInAnyOrder(orders, no);
    assertThat(store.find(COFFEE, "ann")).containsExactly(coffee);
  }

  @Test
  void ofAPersonWhoIsForgottenTheirNoStaysWithoutItsSource() {
    Consent coffee = said(COFFEE, "ann", Purpose.MARKETING, Optional.empty(), false);
    Consent bob = said(TEA, "bob", Purpose.MARKETING, Optional.empty(), true);
    store.put(YES);
    store.put(mail(false));
    store.put(coffee);
    store.put(bob);
    store.forget("ann");
    store.forget("ann");
    assertThat(store.find(TEA, "ann")).containsExactly(mail(false).withoutSource());
    assertThat(store.find(COFFEE, "ann")).containsExactly(coffee.withoutSource());
    assertThat(store.find(TEA, "bob")).containsExactly(bob);
  }

  @Test
  void identifiersAndSourcesMayBeOfAnyScriptAndAsLongAsTheyMay() {
    String tea = "🍵".repeat(64);
    Consent consent =
        new Consent(
            new StoreId("茶".repeat(64)),
            tea,
            Purpose.CRITICAL,
            Optional.of(new Channel("c" + "-".repeat(31))),
            false,
            YES.time(),
            "ش".repeat(200));
    store.put(consent);
    assertThat(store.find(consent.store(), tea)).containsExactly(consent);
  }
}
