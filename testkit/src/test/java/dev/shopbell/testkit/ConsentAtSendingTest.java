package dev.shopbell.testkit;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.consent.ConsentPolicy;
import dev.shopbell.consent.Consents;
import dev.shopbell.consent.InMemoryConsentStore;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.plan.Skipped;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.suppression.Suppressions;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who wants what is asked when a notice is sent, and again when its turn comes. */
@Tag("channel-09")
class ConsentAtSendingTest {
  private final Shop shop = new Shop();
  private final InMemoryConsentStore store = new InMemoryConsentStore();
  private final Consents consents = new Consents(store, ConsentPolicy.OPT_OUT, shop.clock);
  private final Suppressions lists = Suppressions.inMemory(shop.clock);

  private Notifier notifier(Consents consents) {
    shop.types = NoticeTypes.of(Arrays.stream(Purpose.values()).map(this::type).toList());
    return shop.builder()
        .consents(consents)
        .suppressions(lists)
        .unsubscribeLinks((tea, ann, purpose) -> URI.create("https://shop.example/stop"))
        .build();
  }

  private NoticeType type(Purpose purpose) {
    return NoticeType.builder(name(purpose), purpose, Route.firstOf(Channel.EMAIL, Channel.SMS))
        .variables(Variable.of("order", Kind.TEXT))
        .build();
  }

  private static String name(Purpose purpose) {
    return "a." + purpose.name().toLowerCase(Locale.ROOT);
  }

  private static DeliveryId sent(Notifier notifier, Purpose purpose) {
    return notifier.send(Shop.TEA, Shop.of(name(purpose), "SO-1")).deliveries().get(0);
  }

  private static List<SkipReason> skips(Notifier notifier, Purpose purpose) {
    return notifier.explain(Shop.TEA, Shop.of(name(purpose), "SO-1")).plans().stream()
        .flatMap(plan -> plan.skipped().stream())
        .map(Skipped::reason)
        .toList();
  }

  private static DeliveryState state(Notifier notifier, DeliveryId id) {
    return notifier.find(id).map(Delivery::state).orElseThrow();
  }

  @Test
  void aChannelThatIsNotWantedIsLeftOutAndTheNextOneTaken() {
    consents.withdraw(Shop.TEA, "ann", Purpose.MARKETING, Channel.EMAIL, "settings page");
    try (Notifier notifier = notifier(consents)) {
      assertThat(skips(notifier, Purpose.MARKETING)).containsExactly(SkipReason.OPTED_OUT);
      sent(notifier, Purpose.MARKETING);
      notifier.dispatch();
    }
    assertThat(shop.mail).hasSent(0);
    assertThat(shop.sms).hasSent(1);
  }

  @Test
  void whoUnsubscribesWhileANoticeWaitsDoesNotGetIt() {
    try (Notifier notifier = notifier(consents)) {
      DeliveryId news = sent(notifier, Purpose.MARKETING);
      DeliveryId order = sent(notifier, Purpose.TRANSACTIONAL);
      consents.withdrawAll(Shop.TEA, "ann", Purpose.MARKETING, "link");
      notifier.dispatch();
      assertThat(state(notifier, news)).isEqualTo(DeliveryState.SKIPPED);
      assertThat(state(notifier, order)).isEqualTo(DeliveryState.ACCEPTED);
    }
    assertThat(shop.mail).hasSent(1);
  }

  @Test
  void marketingThatNeedsAYesSaysSo() {
    try (Notifier notifier = notifier(new Consents(store, ConsentPolicy.OPT_IN, shop.clock))) {
      assertThat(skips(notifier, Purpose.MARKETING))
          .containsExactly(SkipReason.NO_CONSENT, SkipReason.NO_CONSENT);
      assertThat(skips(notifier, Purpose.TRANSACTIONAL)).isEmpty();
      assertThat(skips(notifier, Purpose.CRITICAL)).isEmpty();
    }
  }

  @Test
  void aHardBounceAndAComplaintAreForEveryPurpose() {
    EmailAddress mailbox = EmailAddress.of("ann@customer.example");
    try (Notifier notifier = notifier(consents)) {
      for (SuppressionReason reason :
          List.of(SuppressionReason.HARD_BOUNCE, SuppressionReason.COMPLAINT)) {
        lists.suppress(Shop.TEA, mailbox, reason, shop.clock.instant());
        for (Purpose purpose : Purpose.values()) {
          assertThat(skips(notifier, purpose)).containsExactly(SkipReason.SUPPRESSED);
        }
        lists.lift(Shop.TEA, mailbox);
        shop.clock.advance(Duration.ofMinutes(1));
      }
    }
  }

  @Test
  void whatThePersonRefusedOutlivesForgettingThem() {
    consents.grantAll(Shop.COFFEE, "ann", Purpose.MARKETING, "checkout");
    consents.withdrawAll(Shop.TEA, "ann", Purpose.MARKETING, "mail from ann@customer.example");
    try (Notifier notifier = notifier(consents)) {
      notifier.forget("ann");
      assertThat(skips(notifier, Purpose.MARKETING))
          .containsExactly(SkipReason.OPTED_OUT, SkipReason.OPTED_OUT);
    }
    assertThat(store.find(Shop.COFFEE, "ann")).isEmpty();
    assertThat(store.find(Shop.TEA, "ann"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.source()).isEmpty());
  }
}
