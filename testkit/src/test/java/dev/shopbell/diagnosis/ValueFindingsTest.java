package dev.shopbell.diagnosis;

import static dev.shopbell.diagnosis.Merchant.B;
import static dev.shopbell.diagnosis.Merchant.BOUNCE;
import static dev.shopbell.diagnosis.Merchant.DKIM1;
import static dev.shopbell.diagnosis.Merchant.DKIM2;
import static dev.shopbell.diagnosis.Merchant.S1;
import static dev.shopbell.diagnosis.Merchant.S2;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is found where a record holds something else than it should. */
@Tag("domain-05")
class ValueFindingsTest {
  @AutoClose private final Merchant shop = new Merchant();

  @Test
  void anotherValue() {
    shop.publishesFirst(S1 + " CNAME something.else.test.");
    shop.assertFirst(Finding.VALUE_MISMATCH, "something.else.test");
  }

  @Test
  void aNearMissOfOurOwnToken() {
    shop.publishesFirst(S1 + " CNAME k7w2m9pqr4t6c3xzb5n8vdhjlb.dkim.platform.example.");
    shop.assertFirst(Finding.VALUE_MISMATCH, "k7w2m9pqr4t6c3xzb5n8vdhjlb.dkim.platform.example");
  }

  @Test
  void anotherStoresToken() {
    String other = "m5n4b3v2c7x6z5l4k3j2h7g6f5.dkim.platform.example";
    shop.publishesFirst(S1 + " CNAME " + other + ".");
    shop.assertFirst(Finding.OTHER_STORE, other);
  }

  @Test
  void aTokenOfAnotherLengthIsNoStores() {
    String other = "m5n4b3v2c7x6z5l4k3j2h7.dkim.platform.example";
    shop.publishesFirst(S1 + " CNAME " + other + ".");
    shop.assertFirst(Finding.VALUE_MISMATCH, other);
  }

  @Test
  void twoValuesAtEachOthersNames() {
    shop.publishes(
        S1 + " CNAME " + DKIM2 + ".", S2 + " CNAME " + DKIM1 + ".", B + " CNAME " + BOUNCE + ".");
    assertThat(Merchant.findings(shop.examine()))
        .containsExactly(Finding.VALUES_SWAPPED, Finding.VALUES_SWAPPED, Finding.OK);
  }

  @Test
  void threeValuesAtEachOthersNames() {
    shop.publishes(
        S1 + " CNAME " + DKIM2 + ".", S2 + " CNAME " + BOUNCE + ".", B + " CNAME " + DKIM1 + ".");
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.VALUES_SWAPPED);
  }

  @Test
  void theSameValueTwiceIsNoSwap() {
    shop.publishesFirst(S1 + " CNAME " + DKIM2 + ".");
    assertThat(shop.examine().records().get(0).diagnosis().finding())
        .isNotEqualTo(Finding.VALUES_SWAPPED)
        .isNotEqualTo(Finding.OK);
  }

  @Test
  void ourOwnOtherValueIsNoOtherStores() {
    shop.publishesFirst(S1 + " CNAME " + DKIM2 + ".");
    shop.assertFirst(Finding.VALUE_MISMATCH, DKIM2);
  }

  @Test
  void quotationMarksAroundADot() {
    shop.publishesFirst(S1 + " CNAME \\\"" + DKIM1 + "\\.\\\"");
    assertThat(shop.first().finding()).isEqualTo(Finding.VALUE_QUOTED);
  }

  @Test
  void theZoneBehindTheValue() {
    shop.publishesFirst(S1 + " CNAME " + DKIM1);
    shop.assertFirst(Finding.VALUE_ZONE_APPENDED, DKIM1 + ".annstea.example");
  }

  @Test
  void quotationMarksInTheValue() {
    shop.publishesFirst(S1 + " CNAME \\\"" + DKIM1 + "\\\".");
    shop.assertFirst(Finding.VALUE_QUOTED, "\\\"" + DKIM1 + "\\\"");
  }

  @Test
  void quotationMarksAndTheZoneBehindTheValue() {
    shop.publishesFirst(S1 + " CNAME \\\"" + DKIM1 + "\\\"");
    shop.assertFirst(Finding.VALUE_QUOTED, "\\\"" + DKIM1 + "\\\".annstea.example");
  }

  @Test
  void aTextWhereAnAliasBelongs() {
    shop.publishesFirst(S1 + " TXT \"" + DKIM1 + "\"");
    shop.assertFirst(Finding.WRONG_TYPE, "TXT " + DKIM1);
  }

  @Test
  void anAddressWhereAnAliasBelongs() {
    shop.publishes(S1 + " CNAME " + DKIM1 + ".", S2 + " CNAME " + DKIM2 + ".", B + " A 192.0.2.80");
    assertThat(Merchant.findings(shop.examine()))
        .containsExactly(Finding.OK, Finding.OK, Finding.WRONG_TYPE);
  }

  @Test
  void theTargetsDataInsteadOfTheAlias() {
    shop.world.zone(
        "platform.example",
        DKIM1 + ". TXT \"v=DKIM1; p=\"\n" + BOUNCE + ". A 192.0.2.77\n" + BOUNCE + ". MX 10 m\n",
        "127.0.0.3");
    shop.publishes(S1 + " TXT \"v=DKIM1; p=\"", S2 + " CNAME " + DKIM2 + ".", B + " A 192.0.2.77");
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report).get(0)).isEqualTo(Finding.CNAME_FLATTENED);
    assertThat(Merchant.findings(report).get(2)).isEqualTo(Finding.CNAME_FLATTENED);
  }

  @Test
  void otherDataBesideTheAlias() {
    shop.publishesFirst(S1 + " CNAME " + DKIM1 + ".", S1 + " TXT \"left over\"");
    shop.assertFirst(Finding.CNAME_AND_OTHER_DATA, "TXT left over");
  }

  @Test
  void severalValues() {
    shop.publishesFirst(S1 + " CNAME " + DKIM1 + ".", S1 + " CNAME old.provider.test.");
    DomainReport report = shop.examine();
    assertThat(report.records().get(0).diagnosis().finding()).isEqualTo(Finding.MULTIPLE_VALUES);
    assertThat(report.records().get(0).diagnosis().found())
        .containsExactlyInAnyOrder(DKIM1, "old.provider.test");
  }
}
