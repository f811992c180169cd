package dev.shopbell.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DnsHost;
import dev.shopbell.diagnosis.DnsZone;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.RecordType;
import dev.shopbell.internal.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainSetupTest {
  private static DomainSetup setup(String domain, String apex, Optional<DnsHost> host) {
    return new DomainSetup(
        Sample.TEA,
        EmailAddress.of("ann@" + domain),
        Sample.BASIS,
        List.of(record("s1._domainkey." + domain)),
        new DnsZone(new DnsName(apex), host),
        Optional.empty());
  }

  private static ExpectedRecord record(String name) {
    return ExpectedRecord.cname(new DnsName(name), new DnsName("t.platform.example"));
  }

  @ParameterizedTest
  @Tag("domain-02")
  @CsvSource({
    "annstea.example, annstea.example, s1._domainkey",
    "shop.annstea.example, annstea.example, s1._domainkey.shop",
    "shop.annstea.example, shop.annstea.example, s1._domainkey",
    "annstea.example, '', s1._domainkey",
    "xn--fiq228c.example, xn--fiq228c.example, s1._domainkey",
  })
  void givesTheHostRelativeToTheZoneThatItIsPublishedIn(String domain, String apex, String host) {
    DomainSetup setup = setup(domain, apex, Optional.empty());
    assertThat(setup.host(setup.records().get(0))).isEqualTo(host);
  }

  @Test
  @Tag("domain-02")
  void givesTheNameInFullWhereTheRecordStandsInAnotherZone() {
    DomainSetup setup = setup("shop.annstea.example", "shop.annstea.example", Optional.empty());
    ExpectedRecord proof = ExpectedRecord.txt(new DnsName("_p.annstea.example"), "text");
    assertThat(setup.host(proof)).isEqualTo("_p.annstea.example");
  }

  @Test
  @Tag("domain-03")
  void tellsTheStepsOfTheDnsHostAndGenericOnesWhereItIsNotKnown() {
    DnsHost cloudflare = DnsHost.of(List.of(new DnsName("amy.ns.cloudflare.com"))).orElseThrow();
    DomainSetup known = setup("annstea.example", "annstea.example", Optional.of(cloudflare));
    DomainSetup unknown = setup("annstea.example", "annstea.example", Optional.empty());
    ExpectedRecord record = known.records().get(0);

    for (Locale language : Texts.LANGUAGES) {
      assertThat(known.steps(record, language))
          .isEqualTo(
              cloudflare.steps(language, RecordType.CNAME, "s1._domainkey", "t.platform.example"));
      assertThat(unknown.steps(record, language))
          .isEqualTo(
              DnsHost.GENERIC.steps(
                  language, RecordType.CNAME, "s1._domainkey", "t.platform.example"));
    }
  }

  @Test
  void printsItsMailboxMasked() {
    assertThat(setup("annstea.example", "annstea.example", Optional.empty()).toString())
        .contains("a***@annstea.example")
        .doesNotContain("ann@");
  }
}
