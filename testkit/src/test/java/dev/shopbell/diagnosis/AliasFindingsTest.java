package dev.shopbell.diagnosis;

import static dev.shopbell.diagnosis.Merchant.DKIM1;
import static dev.shopbell.diagnosis.Merchant.S1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.dns.DnsName;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is found where an alias leads by way of others, in a circle, or nowhere. */
@Tag("domain-05")
class AliasFindingsTest {
  @AutoClose private final Merchant shop = new Merchant();

  @Test
  void theValueByWayOfAnotherName() {
    shop.publishesFirst(S1 + " CNAME dkim.annstea.example.", "dkim CNAME " + DKIM1 + ".");
    shop.assertFirst(Finding.CNAME_CHAIN, "dkim.annstea.example");
    assertThat(shop.again().verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void aNameThatPointsToItself() {
    shop.publishesFirst(S1 + " CNAME " + S1);
    shop.assertFirst(Finding.CNAME_LOOP, "s1a._domainkey.annstea.example");
  }

  @Test
  void namesThatLeadInACircle() {
    shop.publishesFirst(S1 + " CNAME a", "a CNAME b", "b CNAME a");
    shop.assertFirst(Finding.CNAME_LOOP, "a.annstea.example");
  }

  @Test
  void namesThatLeadOnWithoutAnEnd() {
    StringBuilder chain = new StringBuilder(S1 + " CNAME c0\n");
    for (int i = 0; i < 60; i++) {
      chain.append("c%s CNAME c%s\n".formatted(i, i + 1));
    }
    shop.publishesFirst(chain.toString());
    shop.assertFirst(Finding.CNAME_LOOP, "c0.annstea.example");
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
    shop.assertFirst(Finding.RECORD_MISSING);
  }
}
