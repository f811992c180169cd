package dev.shopbell.diagnosis;

import static dev.shopbell.diagnosis.Merchant.DKIM1;
import static dev.shopbell.diagnosis.Merchant.FIRST;
import static dev.shopbell.diagnosis.Merchant.S1;
import static dev.shopbell.diagnosis.Merchant.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.dns.DnsName;
import dev.shopbell.testkit.dns.DnsFault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is found of servers that are not there, silent, failing or strange. */
@Tag("domain-05")
class ServerFindingsTest {
  @AutoClose private final Merchant shop = new Merchant();

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
