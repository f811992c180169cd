package dev.shopbell.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.NotifierBuilder;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.SecretVault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What leaves is searched for the notice's secrets, just before it is handed over. */
@Tag("template-06")
class SecretVaultTest {
  private static final String KEY = "AB12-CD34-EF56-GH78";

  private final Shop shop = new Shop();

  private NotifierBuilder builder(SecretVault vault) {
    return shop.builder()
        .secretLinks((store, delivery, secret) -> URI.create("https://shop.example/view/x"))
        .secretVault(vault);
  }

  private static Notification notice(String order) {
    return Notification.of(
        "order.mail", Shop.ann(), Map.of("order", order, "cardKey", Secret.reference("vault-7")));
  }

  private static Delivery sent(Notifier notifier, Notification notice) {
    var result = notifier.send(Shop.TEA, notice);
    notifier.dispatch();
    return notifier.find(result.deliveries().get(0)).orElseThrow();
  }

  @Test
  void aLetterThatWouldHoldTheSecretIsNotSentAndSaysWhy() {
    try (Notifier notifier = builder((store, secret) -> Optional.of(KEY)).build()) {
      Delivery delivery = sent(notifier, notice("SO-1 ab12cd34 ef56gh78"));

      assertThat(delivery.progress().state()).isEqualTo(DeliveryState.FAILED);
      assertThat(delivery.progress().toString() + delivery.progress().last())
          .doesNotContain(KEY, "vault-7", "ab12cd34");
      assertThat(delivery.progress().last().orElseThrow().outcome().toString())
          .contains("would hold a secret of the notice");
      assertThat(shop.mail.messages()).isEmpty();
    }
  }

  @Test
  void aLetterWithTheLinkAloneIsSent() {
    try (Notifier notifier = builder((store, secret) -> Optional.of(KEY)).build()) {
      assertThat(sent(notifier, notice("SO-1")).progress().state())
          .isEqualTo(DeliveryState.ACCEPTED);
    }
  }

  @Test
  void aVaultThatCannotBeAskedPutsTheAttemptOff() {
    SecretVault down =
        (store, secret) -> {
          throw new IllegalStateException("the vault is down, key " + KEY);
        };
    try (Notifier notifier = builder(down).build()) {
      Delivery delivery = sent(notifier, notice("SO-1"));

      assertThat(delivery.progress().state()).isEqualTo(DeliveryState.PENDING);
      assertThat(delivery.progress().why()).contains("could not ask").doesNotContain(KEY);
      assertThat(shop.mail.messages()).isEmpty();
    }
  }
}
