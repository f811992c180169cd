package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {
  static final Recipient ANN = Recipient.of("u-1").email("ann@shopper.example");

  @Test
  void hasDefaultsForWhatNeedNotBeGiven() {
    Notification paid = Notification.of("order.paid", ANN, Map.of("order", "SO-1"));

    assertThat(paid.type()).isEqualTo("order.paid");
    assertThat(paid.recipient()).isEqualTo(ANN);
    assertThat(paid.data()).isEqualTo(Map.of("order", "SO-1"));
    assertThat(paid.key()).isEmpty();
    assertThat(paid.about()).isEmpty();
    assertThat(paid.origin()).isEqualTo(Origin.OWN);
    assertThat(paid.notBefore()).isEmpty();
    assertThat(paid.expires()).isEmpty();
    assertThat(paid.holdsSecret()).isFalse();
  }

  @Test
  void keepsEveryOptionWhenAnotherIsSet() {
    Instant morning = Instant.parse("2026-11-22T08:00:00Z");
    List<Notification> inTwoOrders =
        List.of(
            Notification.of("order.paid", ANN, Map.of())
                .key("paid:SO-1")
                .about("SO-1")
                .origin(Origin.DISTRIBUTION)
                .notBefore(morning)
                .expires(Duration.ofHours(2)),
            Notification.of("order.paid", ANN, Map.of())
                .expires(Duration.ofHours(2))
                .notBefore(morning)
                .origin(Origin.DISTRIBUTION)
                .about("SO-1")
                .key("paid:SO-1"));

    for (Notification paid : inTwoOrders) {
      assertThat(paid.key()).contains(new IdempotencyKey("paid:SO-1"));
      assertThat(paid.about()).isEqualTo("SO-1");
      assertThat(paid.origin()).isEqualTo(Origin.DISTRIBUTION);
      assertThat(paid.notBefore()).contains(morning);
      assertThat(paid.expires()).contains(Duration.ofHours(2));
      assertThat(paid.type()).isEqualTo("order.paid");
      assertThat(paid.recipient()).isEqualTo(ANN);
    }
  }

  @Test
  void isNotChangedByWhatIsSetOnIt() {
    Notification before = Notification.of("order.paid", ANN, Map.of());
    Notification after = before.key("k").about("SO-1").expires(Duration.ofHours(1));

    assertThat(before.key()).isEmpty();
    assertThat(before.about()).isEmpty();
    assertThat(before.expires()).isEmpty();
    assertThat(after.key()).isPresent();
  }

  @Test
  void refusesATypeKeyOrSubjectOfAnotherForm() {
    Notification paid = Notification.of("order.paid", ANN, Map.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notification.of(" ", ANN, Map.of()))
        .withMessage("notice type is blank: give 1 to 64 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paid.key(""))
        .withMessage("idempotency key is blank: give 1 to 200 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paid.about("SO-1\r\n"))
        .withMessageStartingWith("about holds U+000D at index 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> paid.about("x".repeat(129)))
        .withMessage("about has 129 characters: at most 128 are allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P91D", "PT2160H0.000000001S"})
  void refusesAnExpiryThatIsNoTimeOrTooLong(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notification.of("order.paid", ANN, Map.of()).expires(time))
        .withMessage("expires is %s: give up to 90 days", time);
  }

  @Test
  void takesAnExpiryOf90Days() {
    Duration longest = Duration.ofDays(90);

    assertThat(Notification.of("order.paid", ANN, Map.of()).expires(longest).expires())
        .contains(longest);
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> Notification.of("order.paid", null, Map.of()))
        .withMessage("recipient");
    assertThatNullPointerException()
        .isThrownBy(() -> Notification.of("order.paid", ANN, null))
        .withMessage("data");
    assertThatNullPointerException()
        .isThrownBy(() -> Notification.of("order.paid", ANN, Map.of()).origin(null))
        .withMessage("origin");
  }

  @Test
  void printsItsTypeAndWhatItIsAboutAlone() {
    Notification paid = Notification.of("order.paid", ANN, Map.of("order", "private")).key("k-1");

    assertThat(paid).hasToString("Notification[order.paid]");
    assertThat(paid.about("SO-1")).hasToString("Notification[order.paid about SO-1]");
  }
}
