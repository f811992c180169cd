package dev.shopbell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.testkit.dns.DnsFault;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SPF, DMARC, the keys behind the records, and the mail service. */
@Tag("domain-13")
class GradingTest {
  private static final String RSA_1024 =
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCXsWf1ECyKeoMyVxCXJ0q36zml2CNmVtRwU4a7vcltk/CREs1VDECehyjyB78DbZY76teK0yKbONgcHbJbUwpnWCBMSgwBKtFCsRw82lFMYdff4bs9goI07JuvTpGzsst9pH6eAHiXC2L7BbsxYa/ABgBsLzJCEX6awTEDRZfDMwIDAQAB";
  private static final String RSA_768 =
      "MHwwDQYJKoZIhvcNAQEBBQADawAwaAJhALF8TJ01riUgnCmDYvS/8lr69ezYD+ycTRrL9fGx0kQGTCm7HdiS1JEgWcarns2iJgrU6MfvjrBQwkhS+vM9UOFhIpITZr0EHuSni+lgFIwYUxoD1ETmgOGpqiI/ejCNRQIDAQAB";

  @AutoClose private final Merchant shop = new Merchant();

  private DomainReport mail(String... lines) {
    shop.world.zone(
        Merchant.DOMAIN.value(), String.join("\n", lines) + "\n" + ALIASES, Merchant.FIRST);
    return shop.examine();
  }

  private static final String ALIASES =
      "%s CNAME %s.\n%s CNAME %s.\n%s CNAME %s.\n"
          .formatted(
              Merchant.S1,
              Merchant.DKIM1,
              Merchant.S2,
              Merchant.DKIM2,
              Merchant.B,
              Merchant.BOUNCE);

  private static final String MX = "@ MX 10 mail\nmail A 192.0.2.25";

  private static Finding[] all(DomainReport report) {
    return report.findings().stream().map(Diagnosis::finding).toArray(Finding[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@ TXT \"v=spf1 mx -all\" |",
        "@ TXT \"some other text\" |",
        "@ TXT \"v=spf1 mx -all\"; @ TXT \"v=spf1 a -all\" | SPF_MULTIPLE",
        "@ TXT \"v=spf1 +all\" | SPF_PASSES_ALL",
        "@ TXT \"v=spf1 mx all\" | SPF_PASSES_ALL",
        "@ TXT \"v=spf1 frobnicate:x -all\" | SPF_INVALID",
        "@ TXT \"v=spf1 include:nospf.annstea.example -all\"; nospf A 192.0.2.1 | SPF_INVALID",
        "@ TXT \"v=spf1 a:x1.annstea.example a:x2.annstea.example a:x3.annstea.example -all\" | SPF_TOO_MANY_VOID_LOOKUPS",
        "@ TXT \"v=spf1 a:x1.annstea.example a:x2.annstea.example mx -all\" |",
        "@ TXT \"v=spf1 include:annstea.example -all\" | SPF_TOO_MANY_LOOKUPS"
      })
  void gradesSpf(String zone, Finding expected) {
    DomainReport report = mail(MX, zone.replace("; ", "\n"));
    assertThat(all(report)).isEqualTo(expected == null ? new Finding[0] : new Finding[] {expected});
    assertThat(report.verdict()).isEqualTo(Verdict.VERIFIED);
  }

  @Test
  void countsLookUpsThroughIncludes() {
    String ten = "a:mail.annstea.example ".repeat(9);
    assertThat(
            all(
                mail(
                    MX,
                    "@ TXT \"v=spf1 include:i.annstea.example -all\"",
                    "i TXT \"v=spf1 " + ten + "-all\"")))
        .isEmpty();
    DomainReport over =
        mail(
            MX,
            "@ TXT \"v=spf1 include:i.annstea.example mx -all\"",
            "i TXT \"v=spf1 " + ten + "-all\"");
    assertThat(all(over)).containsExactly(Finding.SPF_TOO_MANY_LOOKUPS);
    assertThat(over.findings().get(0).detail()).isEqualTo("11");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_dmarc TXT \"v=DMARC1; p=none\" | NONE",
        "_dmarc TXT \"v=DMARC1; p=quarantine\" | QUARANTINE",
        "_dmarc TXT \"v=DMARC1; p=reject; sp=none\" | REJECT",
        "_dmarc TXT \"v=DMARC1;p=Reject\" | REJECT",
        "_dmarc TXT \"v=DMARC1; p=reject; t=y\" | QUARANTINE",
        "_dmarc TXT \"v=DMARC1; rua=mailto:a@b.example\" | NONE",
        "_dmarc TXT \"v=DMARC1\" | MISSING",
        "_dmarc TXT \"v=DMARC2; p=reject\" | MISSING",
        "mail TXT \"x\" | MISSING"
      })
  void readsTheDmarcPolicy(String zone, DmarcPolicy expected) {
    assertThat(mail(MX, zone).dmarc().policy()).isEqualTo(expected);
  }

  @Test
  void takesNeitherOfTwoDmarcRecords() {
    DomainReport report =
        mail(MX, "_dmarc TXT \"v=DMARC1; p=none\"", "_dmarc TXT \"v=DMARC1; p=reject\"");
    assertThat(all(report)).containsExactly(Finding.DMARC_MULTIPLE);
    assertThat(report.dmarc().policy()).isEqualTo(DmarcPolicy.MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=DMARC1; p=quarantine | QUARANTINE",
        "v=DMARC1; p=quarantine; sp=reject | REJECT",
        "v=DMARC1; p=quarantine; sp=reject; np=none | NONE"
      })
  void walksUpToThePolicyOfTheOrganization(String policy, DmarcPolicy expected) {
    shop.examines("deep.shop.annstea.example");
    assertThat(mail(MX, "_dmarc TXT \"" + policy + "\"").dmarc())
        .extracting(Dmarc::policy, dmarc -> dmarc.organization().value())
        .containsExactly(expected, "annstea.example");
  }

  @Test
  void doesNotKnowAPolicyThatCouldNotBeAsked() {
    shop.world.recursive().at("_dmarc.annstea.example", DnsFault.SERVFAIL);
    assertThat(shop.examine().dmarc().policy()).isEqualTo(DmarcPolicy.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v=DKIM1; p= | DKIM_KEY_REVOKED | false",
        "v=DKIM1; k=rsa | DKIM_KEY_MALFORMED | false",
        "v=DKIM1; p=AAAA | DKIM_KEY_MALFORMED | false",
        "v=DKIM1; k=ed25519; p=AAAA | DKIM_KEY_MALFORMED | false",
        "v=DKIM1; k=dsa; p=AAAA | DKIM_KEY_MALFORMED | false",
        "no key at all | DKIM_KEY_MISSING | false",
        "v=DKIM1; p=" + RSA_1024 + " | DKIM_KEY_WEAK | true",
        "v=DKIM1; p=" + RSA_768 + " | DKIM_KEY_WEAK | false",
        "k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= | OK | true"
      })
  void gradesTheKeyBehindARecord(String key, Finding expected, boolean accepted) {
    Diagnosis first = keyed(Merchant.DKIM1 + ". TXT \"" + key + "\"").records().get(0).diagnosis();
    assertThat(first.finding()).isEqualTo(expected);
    assertThat(first.isAccepted()).isEqualTo(accepted);
  }

  private DomainReport keyed(String lines) {
    shop.world.zone("platform.example", lines, "127.0.0.3");
    return shop.examine();
  }

  @Test
  void findsNoKeyWhereNothingStands() {
    assertThat(keyed("").records().get(0).diagnosis().finding())
        .isEqualTo(Finding.DKIM_KEY_MISSING);
  }

  @Test
  void doesNotKnowAKeyThatCouldNotBeAsked() {
    shop.world.recursive().below("platform.example", DnsFault.SERVFAIL);
    DomainReport report = shop.examine();
    assertThat(report.records().get(0).diagnosis().finding()).isEqualTo(Finding.DKIM_KEY_UNKNOWN);
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @Tag("domain-01")
  @CsvSource(
      delimiter = '|',
      value = {
        "@ MX 10 mail; mail A 192.0.2.25 | OK",
        "@ MX 10 mail; mail AAAA 2001:db8::25 | OK",
        "@ MX 10 gone; @ MX 20 mail; mail A 192.0.2.25 | OK",
        "@ A 192.0.2.80 | MX_MISSING",
        "@ TXT \"x\" | MX_MISSING",
        "@ MX 0 . | MX_NULL",
        "@ MX 10 gone | MX_UNRESOLVABLE"
      })
  void looksAtTheMailService(String zone, Finding expected) {
    assertThat(mail(zone.replace("; ", "\n")).mailbox().finding()).isEqualTo(expected);
  }

  @Test
  @Tag("domain-05")
  void hasARemedyForEachFindingInEachLanguage() {
    DomainReport report = mail(MX, "@ TXT \"v=spf1 +all\"");
    for (String language : new String[] {"en", "zh-CN", "es"}) {
      Locale locale = Locale.forLanguageTag(language);
      for (Finding finding : Finding.values()) {
        Diagnosis diagnosis = Diagnosis.of(finding, "found.example").detail("1024");
        assertThat(new RecordReport(report.records().get(0).record(), diagnosis).remedy(locale))
            .isNotBlank()
            .doesNotContain("{");
        assertThat(report.remedy(diagnosis, locale)).isNotBlank().doesNotContain("{");
      }
    }
  }
}
