package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.shopbell.notice.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsComposerTest {
  private static final SmsProfile CHINA = SmsProfile.named("cn");
  private static final SmsProfile OURS = CHINA.toBuilder().signature(SmsSignature.OURS).build();

  @Test
  @Tag("sms-04")
  void countsTheSignatureAndTheOptOutWithTheWords() {
    SmsComposition fits = compose(CHINA, "中".repeat(61), Purpose.MARKETING);
    SmsComposition over = compose(CHINA, "中".repeat(62), Purpose.MARKETING);

    assertThat(fits.sent()).isEqualTo("【茶】" + "中".repeat(61) + "拒收请回复R").hasSize(3 + 61 + 6);
    assertThat(fits.segments()).isEqualTo(1);
    assertThat(over.segments()).isEqualTo(2);
  }

  @Test
  @Tag("sms-13")
  void leavesTheSignatureToTheProviderThatPutsIt() {
    assertThat(compose(CHINA, "您好", Purpose.TRANSACTIONAL))
        .isEqualTo(new SmsComposition("您好", "【茶】您好", 1));
    assertThat(compose(CHINA, "【茶】您好", Purpose.TRANSACTIONAL))
        .isEqualTo(new SmsComposition("您好", "【茶】您好", 1));
  }

  @Test
  @Tag("sms-13")
  void putsTheSignatureOnceWhereNobodyElseDoes() {
    assertThat(compose(OURS, "您好", Purpose.CRITICAL).text()).isEqualTo("【茶】您好");
    assertThat(compose(OURS, "【茶】您好", Purpose.CRITICAL).text()).isEqualTo("【茶】您好");
    assertThat(compose(OURS, "【重要】您好", Purpose.CRITICAL).text()).isEqualTo("【茶】【重要】您好");
  }

  @Test
  @Tag("sms-13")
  void putsTheOptOutOnceUnderMarketing() {
    assertThat(compose(OURS, "上新拒收请回复R", Purpose.MARKETING).text()).isEqualTo("【茶】上新拒收请回复R");
    assertThat(compose(OURS, "上新，退订回T", Purpose.MARKETING).text()).isEqualTo("【茶】上新，退订回T");
  }

  @ParameterizedTest
  @EnumSource(
      value = Purpose.class,
      names = {"TRANSACTIONAL", "CRITICAL"})
  @Tag("sms-13")
  void refusesAnOptOutUnderANotification(Purpose purpose) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compose(CHINA, "已发货，拒收请回复R", purpose))
        .withMessage(
            "text says how to opt out, and is not marketing: leave that out, or send it as marketing");
    assertThat(compose(CHINA, "您的退订申请已受理", purpose).segments()).isEqualTo(1);
  }

  @Test
  @Tag("sms-13")
  void refusesMarketingWithoutAnOptOut() {
    SmsProfile gsm = SmsProfile.named("gsm");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compose(gsm, "New teas", Purpose.MARKETING))
        .withMessage(
            "marketing must say how to opt out, and profile gsm names no words for it: write them, or set optOut");
    assertThat(compose(gsm, "New teas. Reply STOP to end", Purpose.MARKETING).text())
        .isEqualTo("New teas. Reply STOP to end");
    assertThat(
            compose(gsm.toBuilder().optOut(" Reply STOP").build(), "New teas", Purpose.MARKETING)
                .text())
        .isEqualTo("New teas Reply STOP");
  }

  @ParameterizedTest
  @CsvSource({"cn, 1", "gsm, 1", "tencent-my, 1"})
  @Tag("sms-14")
  void signsAndCountsAsTheProviderThatSends(String profile, int segments) {
    SmsComposition sent = compose(SmsProfile.named(profile), "Order 7 shipped", Purpose.CRITICAL);

    assertThat(sent.sent().startsWith("【茶】")).isEqualTo(profile.equals("cn"));
    assertThat(sent.segments()).isEqualTo(segments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void refusesToSendNothing(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compose(CHINA, words, Purpose.CRITICAL))
        .withMessage("text is empty: a text message says something");
    assertThatNullPointerException()
        .isThrownBy(() -> compose(CHINA, null, Purpose.CRITICAL))
        .withMessage("words");
  }

  @Test
  void refusesWhatTheProviderTakesNoMore() {
    assertThat(compose(CHINA, "中".repeat(497), Purpose.CRITICAL).segments()).isEqualTo(8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compose(CHINA, "中".repeat(498), Purpose.CRITICAL))
        .withMessage(
            "text has 501 characters with signature and opt-out, in 8 segments: profile cn takes at most 500 characters and 255 segments");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compose(SmsProfile.named("gsm"), "a".repeat(39_016), Purpose.CRITICAL))
        .withMessageEndingWith("profile gsm takes at most 255 segments");
  }

  private static SmsComposition compose(SmsProfile profile, String words, Purpose purpose) {
    return SmsComposer.of(SmsSegmentCalculator.of(profile)).compose("茶", words, purpose);
  }
}
