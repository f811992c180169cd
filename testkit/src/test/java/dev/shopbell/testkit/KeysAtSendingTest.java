package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.plan.Gate;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.plan.Skipped;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A notice with a key is sent once, whatever is sent under that key again. */
class KeysAtSendingTest {
  private final Shop shop = new Shop();

  @Test
  @Tag("delivery-02")
  void theSameKeyTwiceIsOneNotice() {
    try (Notifier notifier = shop.builder().build()) {
      SendResult first = notifier.send(Shop.TEA, Shop.paid("SO-1").key("paid:SO-1"));
      SendResult second = notifier.send(Shop.TEA, Shop.paid("SO-1").key("paid:SO-1"));
      notifier.dispatch();
      SendResult third = notifier.send(Shop.TEA, Shop.paid("SO-1").key("paid:SO-1"));
      notifier.dispatch();
      assertThat(first.status()).isEqualTo(SendResult.Status.QUEUED);
      assertThat(second.status()).isEqualTo(SendResult.Status.DUPLICATE);
      assertThat(second.deliveries()).isEqualTo(first.deliveries());
      assertThat(third.isDuplicate()).isTrue();
      assertThat(shop.mail).hasSent(1);
    }
  }

  @Test
  @Tag("delivery-02")
  void theSameKeyWithOtherContentKeepsTheFirstAndTellsTheCaller() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.send(Shop.TEA, Shop.paid("SO-1").key("k"));
      SendResult other = notifier.send(Shop.TEA, Shop.paid("SO-2").key("k"));
      notifier.dispatch();
      assertThat(other.status()).isEqualTo(SendResult.Status.DUPLICATE_WITH_OTHER_CONTENT);
      assertThat(shop.mail).hasSent(1).hasSaid("order.paid SO-1");
    }
  }

  @Test
  @Tag("delivery-02")
  void keysBelongToTheirStore() {
    try (Notifier notifier = shop.builder().build()) {
      notifier.send(Shop.TEA, Shop.paid("SO-1").key("k"));
      assertThat(notifier.send(Shop.COFFEE, Shop.paid("SO-1").key("k")).isDuplicate()).isFalse();
    }
  }

  @Test
  @Tag("delivery-02")
  @Tag("channel-04")
  void aKeyUsedWhileAllWasSwitchedOffStaysUsed() {
    Set<Channel> off = new HashSet<>(Set.of(Channel.EMAIL, Channel.SMS));
    Gate switches = Gate.switches(candidate -> !off.contains(candidate.channel()));
    try (Notifier notifier = shop.builder().gate(switches).build()) {
      SendResult none = notifier.send(Shop.TEA, Shop.paid("SO-1").key("k"));
      off.clear();
      SendResult again = notifier.send(Shop.TEA, Shop.paid("SO-1").key("k"));
      notifier.dispatch();
      assertThat(none.deliveries()).isEmpty();
      assertThat(none.skipped()).extracting(Skipped::reason).containsOnly(SkipReason.SWITCHED_OFF);
      assertThat(again.status()).isEqualTo(SendResult.Status.DUPLICATE);
      assertThat(shop.mail).hasSent(0);
    }
  }
}
