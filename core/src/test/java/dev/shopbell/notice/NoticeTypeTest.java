package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.Variable.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTypeTest {
  private static final Route ROUTE = Route.firstOf(Channel.EMAIL, Channel.SMS);
  static final Variable NAME = Variable.of("name", Kind.TEXT);
  static final Variable PRICE = Variable.of("price", Kind.MONEY);

  @Test
  void hasDefaultsForWhatNeedNotBeGiven() {
    NoticeType type = builder("order.paid").build();

    assertThat(type)
        .isEqualTo(
            new NoticeType(
                "order.paid",
                Purpose.TRANSACTIONAL,
                Audience.RECIPIENT,
                Optional.empty(),
                ROUTE,
                List.of(),
                new NoticeType.Policy(Payer.STORE, Duration.ofDays(1), Optional.empty())));
  }

  @Test
  void hasWhatItsBuilderWasGiven() {
    NoticeType type =
        builder("admin.order.new")
            .variables(NAME, PRICE)
            .forAdminsBeside("order.paid")
            .payer(Payer.PLATFORM)
            .expires(Duration.ofHours(3))
            .resendUnknownAfter(Duration.ofMinutes(10))
            .build();

    assertThat(type.audience()).isEqualTo(Audience.ADMINS);
    assertThat(type.beside()).contains("order.paid");
    assertThat(type.variables()).containsExactly(NAME, PRICE);
    assertThat(type.policy())
        .isEqualTo(
            new NoticeType.Policy(
                Payer.PLATFORM, Duration.ofHours(3), Optional.of(Duration.ofMinutes(10))));
    assertThat(builder("admin.report").forAdmins().build().beside()).isEmpty();
    assertThat(builder("admin.report").forAdmins().build().audience()).isEqualTo(Audience.ADMINS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "order.paid", "group-buy.succeeded", "a1.b2-c3"})
  void takesWordsJoinedByDotsForAName(String name) {
    assertThat(builder(name).build().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Order.paid", "order..paid", ".paid", "order.", "1a", "a b", "a\n"})
  void refusesAnotherFormOfName(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(name).build())
        .withMessageStartingWith("notice type \"")
        .withMessageEndingWith(
            "\" is not a name: use lower-case words joined by dots, at most 64 characters");
  }

  @Test
  void hasANameOfAtMost64Characters() {
    assertThat(builder("x".repeat(64)).build().name()).hasSize(64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("x".repeat(65)).build())
        .withMessageEndingWith("at most 64 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P91D"})
  void refusesAnExpiryThatIsNoTimeOrTooLong(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("a").expires(time).build())
        .withMessage("expires is %s: give up to 90 days", time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void refusesToSendAgainAfterNoTime(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder("a").resendUnknownAfter(time).build())
        .withMessage("resendUnknownAfter is %s: give some time", time);
  }

  @Test
  void goesBesideAnotherOnlyWhenItIsForAdmins() {
    NoticeType.Policy policy =
        new NoticeType.Policy(Payer.STORE, Duration.ofDays(1), Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new NoticeType(
                    "thanks",
                    Purpose.TRANSACTIONAL,
                    Audience.RECIPIENT,
                    Optional.of("order.paid"),
                    ROUTE,
                    List.of(),
                    policy))
        .withMessage("thanks goes out beside order.paid: only a type for admins can");
  }

  static NoticeTypeBuilder builder(String name) {
    return NoticeType.builder(name, Purpose.TRANSACTIONAL, ROUTE);
  }
}
