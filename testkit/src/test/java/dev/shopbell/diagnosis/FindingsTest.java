package dev.shopbell.diagnosis;

import static dev.shopbell.diagnosis.Merchant.B;
import static dev.shopbell.diagnosis.Merchant.BOUNCE;
import static dev.shopbell.diagnosis.Merchant.DKIM1;
import static dev.shopbell.diagnosis.Merchant.DKIM2;
import static dev.shopbell.diagnosis.Merchant.FIRST;
import static dev.shopbell.diagnosis.Merchant.MAIL;
import static dev.shopbell.diagnosis.Merchant.S1;
import static dev.shopbell.diagnosis.Merchant.S2;
import static dev.shopbell.diagnosis.Merchant.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.dns.DnsName;
import dev.shopbell.testkit.dns.DnsFault;
import dev.shopbell.testkit.dns.SignatureFlaw;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each finding, from a world of DNS servers that have just that. */
@Tag("domain-05")
class FindingsTest {
  @AutoClose private final Merchant shop = new Merchant();

  private void assertFirst(Finding finding, String... found) {
    DomainReport report = shop.examine();
    assertThat(report.records().get(0).diagnosis().finding()).isEqualTo(finding);
    assertThat(report.records().get(0).diagnosis().found()).containsExactly(found);
  }

  @Test
  void nothingIsWrongWithAGoodDomain() {
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report)).containsOnly(Finding.OK);
    assertThat(report.findings()).isEmpty();
    assertThat(report.mailbox().finding()).isEqualTo(Finding.OK);
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
    assertThat(report.dmarc().policy()).isEqualTo(DmarcPolicy.NONE);
    assertThat(report.lookAgainAfter()).isEmpty();
  }

  @Test
  void aNameThatIsNotThere() {
    shop.publishesFirst();
    assertFirst(Finding.RECORD_MISSING);
  }

  @Test
  void nothingPublishedAtAll() {
    shop.publishes();
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.RECORD_MISSING);
  }

  @Test
  void anotherValue() {
    shop.publishesFirst(S1 + " CNAME something.else.test.");
    assertFirst(Finding.VALUE_MISMATCH, "something.else.test");
  }

  @Test
  void aNearMissOfOurOwnToken() {
    shop.publishesFirst(S1 + " CNAME k7w2m9pqr4t6c3xzb5n8vdhjlb.dkim.platform.example.");
    assertFirst(Finding.VALUE_MISMATCH, "k7w2m9pqr4t6c3xzb5n8vdhjlb.dkim.platform.example");
  }

  @Test
  void anotherStoresToken() {
    String other = "m5n4b3v2c7x6z5l4k3j2h7g6f5.dkim.platform.example";
    shop.publishesFirst(S1 + " CNAME " + other + ".");
    assertFirst(Finding.OTHER_STORE, other);
  }

  @Test
  void aTokenOfAnotherLengthIsNoStores() {
    String other = "m5n4b3v2c7x6z5l4k3j2h7.dkim.platform.example";
    shop.publishesFirst(S1 + " CNAME " + other + ".");
    assertFirst(Finding.VALUE_MISMATCH, other);
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
    assertFirst(Finding.VALUE_MISMATCH, DKIM2);
  }

  @Test
  void quotationMarksAroundADot() {
    shop.publishesFirst(S1 + " CNAME \\\"" + DKIM1 + "\\.\\\"");
    assertThat(shop.first().finding()).isEqualTo(Finding.VALUE_QUOTED);
  }

  @Test
  @Tag("domain-07")
  void aWayThatCannotBeFollowedIsShownAndProvesNothing() {
    shop.publishesFirst(S1 + " CNAME hop.dead.example.");
    shop.world.lame("dead.example", "127.0.0.9");
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report).get(0)).isEqualTo(Finding.VALUE_MISMATCH);
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aDomainWhoseAliasLeadsNowhereIsStillRegistered() {
    shop.publishes("go CNAME x.gone.example.");
    shop.examines("go.annstea.example")
        .expects(
            ExpectedRecord.cname(
                DnsName.of("s1._domainkey.go.annstea.example"), DnsName.of(DKIM1)));
    assertFirst(Finding.RECORD_MISSING);
  }

  @Test
  @Tag("domain-06")
  void anExtraValueThatIsGoneFromTheServersIsOnItsWayOut() {
    shop.world
        .recursive()
        .remembers(
            "s1a._domainkey.annstea.example 60 CNAME %s\ns1a._domainkey.annstea.example 60 CNAME old.test"
                .formatted(DKIM1));
    assertThat(shop.first().finding()).isEqualTo(Finding.PROPAGATING);
  }

  @Test
  void theZoneBehindTheValue() {
    shop.publishesFirst(S1 + " CNAME " + DKIM1);
    assertFirst(Finding.VALUE_ZONE_APPENDED, DKIM1 + ".annstea.example");
  }

  @Test
  void quotationMarksInTheValue() {
    shop.publishesFirst(S1 + " CNAME \\\"" + DKIM1 + "\\\".");
    assertFirst(Finding.VALUE_QUOTED, "\\\"" + DKIM1 + "\\\"");
  }

  @Test
  void quotationMarksAndTheZoneBehindTheValue() {
    shop.publishesFirst(S1 + " CNAME \\\"" + DKIM1 + "\\\"");
    assertFirst(Finding.VALUE_QUOTED, "\\\"" + DKIM1 + "\\\".annstea.example");
  }

  @Test
  void theZoneTwiceInTheName() {
    shop.publishesFirst(S1 + ".annstea.example CNAME " + DKIM1 + ".");
    assertFirst(Finding.NAME_DOUBLED, DKIM1);
  }

  @Test
  void theUnderscoreLost() {
    shop.publishesFirst("s1a.domainkey CNAME " + DKIM1 + ".");
    assertFirst(Finding.NAME_UNDERSCORE_LOST, DKIM1);
  }

  @Test
  void aTextWhereAnAliasBelongs() {
    shop.publishesFirst(S1 + " TXT \"" + DKIM1 + "\"");
    assertFirst(Finding.WRONG_TYPE, "TXT " + DKIM1);
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
    assertFirst(Finding.CNAME_AND_OTHER_DATA, "TXT left over");
  }

  @Test
  void theValueByWayOfAnotherName() {
    shop.publishesFirst(S1 + " CNAME dkim.annstea.example.", "dkim CNAME " + DKIM1 + ".");
    assertFirst(Finding.CNAME_CHAIN, "dkim.annstea.example");
    assertThat(shop.again().verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void aNameThatPointsToItself() {
    shop.publishesFirst(S1 + " CNAME " + S1);
    assertFirst(Finding.CNAME_LOOP, "s1a._domainkey.annstea.example");
  }

  @Test
  void namesThatLeadInACircle() {
    shop.publishesFirst(S1 + " CNAME a", "a CNAME b", "b CNAME a");
    assertFirst(Finding.CNAME_LOOP, "a.annstea.example");
  }

  @Test
  void namesThatLeadOnWithoutAnEnd() {
    StringBuilder chain = new StringBuilder(S1 + " CNAME c0\n");
    for (int i = 0; i < 60; i++) {
      chain.append("c%s CNAME c%s\n".formatted(i, i + 1));
    }
    shop.publishesFirst(chain.toString());
    assertFirst(Finding.CNAME_LOOP, "c0.annstea.example");
  }

  @Test
  void severalValues() {
    shop.publishesFirst(S1 + " CNAME " + DKIM1 + ".", S1 + " CNAME old.provider.test.");
    DomainReport report = shop.examine();
    assertThat(report.records().get(0).diagnosis().finding()).isEqualTo(Finding.MULTIPLE_VALUES);
    assertThat(report.records().get(0).diagnosis().found())
        .containsExactlyInAnyOrder(DKIM1, "old.provider.test");
  }

  @Test
  void aWildcardOfAddresses() {
    shop.publishes("* A 192.0.2.80");
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.WILDCARD);
  }

  @Test
  void aWildcardOfAliases() {
    shop.publishesFirst("*._domainkey CNAME parking.test.");
    assertFirst(Finding.WILDCARD, "parking.test");
  }

  @Test
  void aWildcardBesideGoodRecordsHarmsNothing() {
    shop.publishesFirst(S1 + " CNAME " + DKIM1 + ".", "* A 192.0.2.80");
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.OK);
  }

  @Test
  @Tag("domain-06")
  void publishedWhileTheResolverRemembersThatItWasNot() {
    shop.world.recursive().remembersNoName(S1 + ".annstea.example", 42);
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report))
        .containsExactly(Finding.PROPAGATING, Finding.OK, Finding.OK);
    assertThat(report.lookAgainAfter().orElseThrow())
        .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(42));
  }

  @Test
  @Tag("domain-06")
  void publishedWhileTheResolverRemembersAnOldValue() {
    shop.world.recursive().remembers(S1 + ".annstea.example 90 CNAME old.provider.test");
    Diagnosis first = shop.first();
    assertThat(first.finding()).isEqualTo(Finding.PROPAGATING);
    assertThat(first.found()).containsExactly("old.provider.test");
    assertThat(first.lookAgain().orElseThrow())
        .isBetween(Duration.ofSeconds(88), Duration.ofSeconds(90));
  }

  @Test
  @Tag("domain-06")
  void publishedAtOneServerAndNotYetAtTheOther() {
    shop.publishesFirst();
    shop.world.zone(
        "annstea.example",
        MAIL
            + String.join(
                "\n",
                S1 + " CNAME " + DKIM1 + ".",
                S2 + " CNAME " + DKIM2 + ".",
                B + " CNAME " + BOUNCE + ".\n"),
        FIRST);
    Diagnosis first = shop.first();
    assertThat(first.finding()).isEqualTo(Finding.PROPAGATING);
    assertThat(first.lookAgain().orElseThrow())
        .isBetween(Duration.ofSeconds(118), Duration.ofSeconds(120));
  }

  @Test
  void removedWhileTheResolverRemembersIt() {
    shop.publishesFirst();
    shop.world.recursive().remembers(S1 + ".annstea.example 90 CNAME " + DKIM1);
    assertFirst(Finding.RECORD_MISSING);
  }

  @Test
  void aDomainThatNobodyHasRegistered() {
    shop.examines("nosuch.example")
        .expects(
            ExpectedRecord.cname(DnsName.of("s1._domainkey.nosuch.example"), DnsName.of(DKIM1)));
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report)).containsExactly(Finding.DOMAIN_NOT_FOUND);
    assertThat(report.findings()).extracting(Diagnosis::finding).contains(Finding.DOMAIN_NOT_FOUND);
    assertThat(report.verdict()).isEqualTo(Verdict.PENDING);
  }

  @Test
  void aSubdomainWithNothingInItIsNoUnregisteredDomain() {
    shop.examines("shop.annstea.example")
        .expects(
            ExpectedRecord.cname(
                DnsName.of("s1._domainkey.shop.annstea.example"), DnsName.of(DKIM1)));
    assertFirst(Finding.RECORD_MISSING);
  }

  @Test
  @Tag("domain-10")
  void aDelegationToServersThatDoNotServeIt() {
    shop.world.lame("lame.example", "127.0.0.9");
    shop.examines("lame.example")
        .expects(ExpectedRecord.cname(DnsName.of("s1._domainkey.lame.example"), DnsName.of(DKIM1)));
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report)).containsExactly(Finding.LAME_DELEGATION);
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  @Tag("domain-10")
  void aSubdomainDelegatedToServersThatAreNotThere() {
    shop.world.zone("shop.annstea.example", "", "127.0.0.9");
    shop.kills("127.0.0.9");
    shop.examines("shop.annstea.example")
        .expects(
            ExpectedRecord.cname(
                DnsName.of("s1._domainkey.shop.annstea.example"), DnsName.of(DKIM1)));
    assertThat(shop.examine().records().get(0).diagnosis().finding())
        .isEqualTo(Finding.LAME_DELEGATION);
  }

  @Test
  void oneServerThatDoesNotServeTheDomainIsToldAndStopsNothing() {
    shop.world.lame("annstea.example", "127.0.0.9");
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report)).containsOnly(Finding.OK);
    assertThat(report.findings())
        .extracting(Diagnosis::finding)
        .containsExactly(Finding.LAME_DELEGATION);
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  @Tag("domain-07")
  void serversThatFail() {
    shop.world.server(FIRST).always(DnsFault.SERVFAIL);
    shop.world.server(SECOND).always(DnsFault.SERVFAIL);
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report)).containsOnly(Finding.SERVER_FAILURE);
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  @Tag("domain-07")
  void serversThatAreSilent() {
    shop.world.server(FIRST).always(DnsFault.SILENCE);
    shop.world.server(SECOND).always(DnsFault.SILENCE);
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report)).containsOnly(Finding.TIMEOUT);
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  @Tag("domain-07")
  void aResolverThatIsSilent() {
    shop.world.recursive().always(DnsFault.SILENCE);
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.TIMEOUT);
  }

  @Test
  void signaturesThatTheResolverRefuses() {
    shop.world.recursive().below("annstea.example", DnsFault.BOGUS);
    DomainReport report = shop.examine();
    assertThat(Merchant.findings(report)).containsOnly(Finding.DNSSEC_BOGUS);
    assertThat(report.findings()).extracting(Diagnosis::finding).contains(Finding.DNSSEC_BOGUS);
  }

  @Test
  void signaturesThatHaveExpired() {
    shop.world.signed("annstea.example").signed("platform.example");
    shop.world.flawed("annstea.example", SignatureFlaw.EXPIRED);
    shop.validates();
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.DNSSEC_BOGUS);
  }

  @Test
  void signaturesThatHold() {
    shop.world.signed("annstea.example").signed("platform.example");
    shop.validates();
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.OK);
  }

  @Test
  void signaturesThatHoldUnderAResolverThatChecksThem() {
    shop.world.signed("annstea.example");
    shop.world.recursive().validating();
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.OK);
  }

  @Test
  void signaturesOfOneNameThatAreBroken() {
    shop.world.signed("annstea.example");
    shop.world.flawed(S1 + ".annstea.example", SignatureFlaw.BROKEN);
    shop.world.recursive().validating();
    assertThat(Merchant.findings(shop.examine()))
        .containsExactly(Finding.DNSSEC_BOGUS, Finding.OK, Finding.OK);
  }

  @Test
  void aZoneThatIsNotSignedUnderOneThatIs() {
    shop.world.signed("platform.example");
    shop.validates();
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.OK);
  }

  @Test
  void severalValuesInASignedZone() {
    shop.publishesFirst(S1 + " CNAME " + DKIM1 + ".", S1 + " CNAME old.provider.test.");
    shop.world.signed("annstea.example");
    shop.validates();
    assertThat(shop.first().finding()).isEqualTo(Finding.MULTIPLE_VALUES);
  }

  @Test
  void answersCutShortAreAskedAgainByTcp() {
    shop.world.recursive().always(DnsFault.TRUNCATED);
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.OK);
  }

  @Test
  void serversThatKnowNoExtensions() {
    shop.world.server(FIRST).always(DnsFault.NO_EDNS);
    shop.world.recursive().always(DnsFault.NO_EDNS);
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.OK);
  }

  @Test
  void rubbishIsNoAnswer() {
    shop.world.recursive().always(DnsFault.GARBAGE);
    assertThat(shop.examine().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void thousandsOfRecordsAreNoAnswer() {
    shop.world.recursive().at(S1 + ".annstea.example", DnsFault.records(3_000));
    assertThat(shop.first().finding()).isNotEqualTo(Finding.OK);
  }

  @Test
  void anAnswerWithoutAnEndEnds() {
    shop.world.recursive().at(S1 + ".annstea.example", DnsFault.ENDLESS);
    assertThat(shop.first().finding()).isEqualTo(Finding.TIMEOUT);
  }
}
