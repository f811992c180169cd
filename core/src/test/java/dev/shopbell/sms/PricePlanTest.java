package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.sms.PricePlan.Scheme;
import dev.shopbell.sms.SmsVariable.Characters;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("sms-10")
class PricePlanTest {
  private static final List<PriceTier> TIERS =
      List.of(new PriceTier(1, 5), new PriceTier(101, 4), new PriceTier(1_001, 3));

  @ParameterizedTest
  @CsvSource({"1, 5", "100, 500", "101, 504", "1000, 4100", "1001, 4103", "2000, 7100"})
  void chargesEachTiersSegmentsAtItsOwnPrice(long segments, long amount) {
    assertThat(plan(Scheme.MARGINAL).buy(segments).amount()).isEqualTo(amount);
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "100, 500", "101, 404", "1000, 4000", "1001, 3003", "2000, 6000"})
  void chargesTheWholePurchaseAtTheTierItReaches(long segments, long amount) {
    assertThat(plan(Scheme.WHOLE_PURCHASE).buy(segments).amount()).isEqualTo(amount);
  }

  @ParameterizedTest
  @EnumSource(Scheme.class)
  void getsCheaperInVolume(Scheme scheme) {
    PricePlan plan = plan(scheme);
    assertThat(plan.buy(2_000).amount()).isLessThan(20 * plan.buy(100).amount());
  }

  @Test
  void saysByWhichTiers() {
    assertThat(plan(Scheme.MARGINAL).buy(1_001).lines())
        .containsExactly(
            new Bill.Line(1, 100, 5), new Bill.Line(101, 900, 4), new Bill.Line(1_001, 1, 3));
    assertThat(plan(Scheme.WHOLE_PURCHASE).buy(1_001).lines())
        .containsExactly(new Bill.Line(1_001, 1_001, 3));
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 10", "99, 2, 9", "100, 2, 8", "1000, 3, 9", "0, 0, 0"})
  void pricesAMessageBeforeItIsSent(long already, int segments, long price) {
    assertThat(plan(Scheme.MARGINAL).price(segments, already)).isEqualTo(price);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 99, 100, 101, 999, 1_000, 5_000})
  void pricesOneByOneWhatTheWholeCosts(long segments) {
    long sum = 0;
    for (long i = 0; i < segments; i++) {
      sum += plan(Scheme.MARGINAL).price(1, i);
    }
    assertThat(sum).isEqualTo(plan(Scheme.MARGINAL).buy(segments).amount());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "22, 1", "23, 2", "1000, 45", "1001, 46"})
  void roundsUpOnceWhereAPriceIsForSeveral(long segments, long amount) {
    PricePlan plan =
        new PricePlan("CNY", Scheme.MARGINAL, 1_000, List.of(new PriceTier(1, 45)), Set.of());

    assertThat(plan.buy(segments).amount()).isEqualTo(amount);
  }

  @Test
  void chargesWhatWasDeliveredAndNotWhatIsFree() {
    Bill bill =
        plan(Scheme.MARGINAL)
            .bill(
                List.of(
                    new DeliveredSms("order.shipped", 2),
                    new DeliveredSms("order.paid", 3),
                    new DeliveredSms("order.shipped", 1)));

    assertThat(bill).isEqualTo(new Bill("CNY", 15, 3, 3, 1, List.of(new Bill.Line(1, 3, 5))));
    assertThat(plan(Scheme.MARGINAL).bill(List.of()).amount()).isZero();
  }

  @Test
  void estimatesACampaignByItsBounds() {
    SmsBounds bounds =
        SmsBounds.of(
            SmsSegmentCalculator.of(SmsProfile.named("cn")),
            "【茶】{{name}}您好拒收请回复R",
            new SmsVariable("name", 1, 70, Characters.ANY));

    SmsEstimate estimate = SmsEstimate.of(plan(Scheme.MARGINAL), bounds, 1_000);

    assertThat(estimate.fewest().amount()).isEqualTo(4_100);
    assertThat(estimate.most().amount()).isEqualTo(7_100);
    assertThat(estimate.most().segments()).isEqualTo(2_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmsEstimate.of(plan(Scheme.MARGINAL), bounds, 0))
        .withMessage("0 recipients: a campaign has one or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmsEstimate.of(plan(Scheme.MARGINAL), bounds, Long.MAX_VALUE));
  }

  @Test
  void refusesAnOverflow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(Scheme.MARGINAL).buy(Long.MAX_VALUE))
        .withMessage(
            "9223372036854775807 segments cost more than 64 bits can hold: check the tiers' prices");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(Scheme.MARGINAL).price(1, Long.MAX_VALUE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(Scheme.MARGINAL).price(-1, 0))
        .withMessage("-1 segments after 0: neither can be negative");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PriceTier(1, -1))
        .withMessage("tier from segment 1 has the price -1: a price is not negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PriceTier(0, 1))
        .withMessage("tier begins at segment 0: segments are counted from 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan("CNY", 1, new PriceTier(2, 1)))
        .withMessage("no tier begins at segment 1: the first one must");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan("CNY", 1, new PriceTier(1, 1), new PriceTier(1, 2)))
        .withMessage("the tier from segment 1 stands after the one from 1: list them ascending");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan("CNY", 0, new PriceTier(1, 1)))
        .withMessage("prices are per 0 segments: give 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan("RMB", 1, new PriceTier(1, 1)))
        .withMessage("currency \"RMB\" is not one of ISO 4217, as in CNY");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan(Scheme.MARGINAL).buy(0))
        .withMessage("0 segments cannot be bought: give 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DeliveredSms("order.paid", 0))
        .withMessage("a message of 0 segments cannot be delivered: it has 1 or more");
  }

  private static PricePlan plan(String currency, long per, PriceTier... tiers) {
    return new PricePlan(currency, Scheme.MARGINAL, per, List.of(tiers), Set.of());
  }

  private static PricePlan plan(Scheme scheme) {
    return new PricePlan("CNY", scheme, 1, TIERS, Set.of("order.paid"));
  }
}
