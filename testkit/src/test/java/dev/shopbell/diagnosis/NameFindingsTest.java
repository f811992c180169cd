package dev.shopbell.diagnosis;

import static dev.shopbell.diagnosis.Merchant.DKIM1;
import static dev.shopbell.diagnosis.Merchant.S1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.dns.DnsName;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is found where names stand right, elsewhere, or not at all. */
@Tag("domain-05")
class NameFindingsTest {
  @AutoClose private final Merchant shop = new Merchant();

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
    shop.assertFirst(Finding.RECORD_MISSING);
  }

  @Test
  void nothingPublishedAtAll() {
    shop.publishes();
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.RECORD_MISSING);
  }

  @Test
  void theZoneTwiceInTheName() {
    shop.publishesFirst(S1 + ".annstea.example CNAME " + DKIM1 + ".");
    shop.assertFirst(Finding.NAME_DOUBLED, DKIM1);
  }

  @Test
  void theUnderscoreLost() {
    shop.publishesFirst("s1a.domainkey CNAME " + DKIM1 + ".");
    shop.assertFirst(Finding.NAME_UNDERSCORE_LOST, DKIM1);
  }

  @Test
  void aWildcardOfAddresses() {
    shop.publishes("* A 192.0.2.80");
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.WILDCARD);
  }

  @Test
  void aWildcardOfAliases() {
    shop.publishesFirst("*._domainkey CNAME parking.test.");
    shop.assertFirst(Finding.WILDCARD, "parking.test");
  }

  @Test
  void aWildcardBesideGoodRecordsHarmsNothing() {
    shop.publishesFirst(S1 + " CNAME " + DKIM1 + ".", "* A 192.0.2.80");
    assertThat(Merchant.findings(shop.examine())).containsOnly(Finding.OK);
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
    shop.assertFirst(Finding.RECORD_MISSING);
  }
}
