package dev.shopbell.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.plan.Candidate;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("channel-09")
class ConsentsTest {
  private static final StoreId TEA = new StoreId("tea");
  private static final StoreId COFFEE = new StoreId("coffee");
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Recipient ANN =
      Recipient.of("ann").email("ann@customer.example").phone("+8613800138000");

  private final InMemoryConsentStore store = new InMemoryConsentStore();
  private final Consents asked = consents(ConsentPolicy.OPT_IN);
  private final Consents unasked = consents(ConsentPolicy.OPT_OUT);

  private Consents consents(ConsentPolicy policy) {
    return new Consents(store, policy, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Optional<SkipReason> refusal(
      Consents consents, StoreId store, Purpose purpose, Channel channel) {
    NoticeType type = NoticeType.builder("news", purpose, Route.firstOf(channel)).build();
    return consents
        .gate()
        .refuses(
            new Candidate(
                store, type, channel, ANN, ANN.address(channel).orElseThrow(), Origin.OWN));
  }

  private static Optional<SkipReason> marketing(Consents consents, Channel channel) {
    return refusal(consents, TEA, Purpose.MARKETING, channel);
  }

  @Test
  void whoSaidNothingGetsMarketingOnlyWhereThePolicyAllowsIt() {
    assertThat(marketing(unasked, Channel.EMAIL)).isEmpty();
    assertThat(marketing(asked, Channel.EMAIL)).contains(SkipReason.NO_CONSENT);
    Consents byChannel = consents((shop, recipient, channel) -> channel.equals(Channel.EMAIL));
    assertThat(marketing(byChannel, Channel.EMAIL)).isEmpty();
    assertThat(marketing(byChannel, Channel.SMS)).contains(SkipReason.NO_CONSENT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Purpose.class,
      names = {"TRANSACTIONAL", "CRITICAL"})
  void noticesThatSellNothingNeedNoYesAndIgnoreTheNoToMarketing(Purpose purpose) {
    asked.withdrawAll(TEA, "ann", Purpose.MARKETING, "link");
    assertThat(refusal(asked, TEA, purpose, Channel.EMAIL)).isEmpty();
    assertThat(refusal(asked, TEA, purpose, Channel.SMS)).isEmpty();
  }

  @Test
  void aNoStopsItsOwnPurposeOnItsOwnChannelInItsOwnStore() {
    unasked.withdraw(TEA, "ann", Purpose.TRANSACTIONAL, Channel.SMS, "settings page");
    assertThat(refusal(unasked, TEA, Purpose.TRANSACTIONAL, Channel.SMS))
        .contains(SkipReason.OPTED_OUT);
    assertThat(refusal(unasked, TEA, Purpose.TRANSACTIONAL, Channel.EMAIL)).isEmpty();
    assertThat(refusal(unasked, TEA, Purpose.MARKETING, Channel.SMS)).isEmpty();
    assertThat(refusal(unasked, COFFEE, Purpose.TRANSACTIONAL, Channel.SMS)).isEmpty();
  }

  @Test
  void aLinkToUnsubscribeStopsEveryChannelAlsoThoseThatWereGranted() {
    asked.grant(TEA, "ann", Purpose.MARKETING, Channel.SMS, "checkout");
    assertThat(marketing(asked, Channel.SMS)).isEmpty();
    asked.withdrawAll(TEA, "ann", Purpose.MARKETING, "link");
    assertThat(marketing(asked, Channel.SMS)).contains(SkipReason.OPTED_OUT);
    assertThat(marketing(asked, Channel.EMAIL)).contains(SkipReason.OPTED_OUT);
  }

  @Test
  void aChannelThatIsGrantedAfterThatIsOpenAndTheOthersStayShut() {
    asked.withdrawAll(TEA, "ann", Purpose.MARKETING, "link");
    asked.grant(TEA, "ann", Purpose.MARKETING, Channel.EMAIL, "settings page");
    assertThat(marketing(asked, Channel.EMAIL)).isEmpty();
    assertThat(marketing(asked, Channel.SMS)).contains(SkipReason.OPTED_OUT);
  }

  @Test
  void promotionBlocksGetTheSameAnswers() {
    assertThat(asked.marketing().isGiven(TEA, ANN, Channel.EMAIL)).isFalse();
    assertThat(unasked.marketing().isGiven(TEA, ANN, Channel.EMAIL)).isTrue();
    asked.grantAll(TEA, "ann", Purpose.MARKETING, "checkout");
    assertThat(asked.marketing().isGiven(TEA, ANN, Channel.SMS)).isTrue();
    asked.withdraw(TEA, "ann", Purpose.MARKETING, Channel.SMS, "STOP");
    assertThat(unasked.marketing().isGiven(TEA, ANN, Channel.SMS)).isFalse();
  }

  @Test
  void whoIsForgottenIsNotAskedAgainAndNotWrittenTo() {
    asked.grant(TEA, "ann", Purpose.MARKETING, Channel.SMS, "checkout");
    asked.withdraw(COFFEE, "ann", Purpose.MARKETING, Channel.EMAIL, "mail of 1 May");
    asked.forget("ann");
    assertThat(asked.list(TEA, "ann")).isEmpty();
    assertThat(asked.list(COFFEE, "ann"))
        .singleElement()
        .satisfies(kept -> assertThat(kept.source()).isEmpty());
    assertThat(refusal(unasked, COFFEE, Purpose.MARKETING, Channel.EMAIL))
        .contains(SkipReason.OPTED_OUT);
  }

  /** Whatever was said, the last word that concerns a channel counts. */
  @RepeatedTest(200)
  void theLastWordCounts(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Optional<Boolean> last = Optional.empty();
    for (int i = random.nextInt(12); i > 0; i--) {
      boolean yes = random.nextBoolean();
      int where = random.nextInt(3);
      Optional<Channel> channel =
          where == 0 ? Optional.empty() : Optional.of(where == 1 ? Channel.EMAIL : Channel.SMS);
      asked.put(new Consent(TEA, "ann", Purpose.MARKETING, channel, yes, NOW, "test"));
      last = where == 2 ? last : Optional.of(yes);
    }
    assertThat(asked.find(TEA, "ann", Purpose.MARKETING, Channel.EMAIL).map(Consent::granted))
        .isEqualTo(last);
  }

  @Test
  void aSourceIsOneLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> asked.grantAll(TEA, "ann", Purpose.MARKETING, "two\nlines"))
        .withMessageContaining("source of a consent holds U+000A");
  }
}
