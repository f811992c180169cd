package dev.shopbell.diagnosis;

import static dev.shopbell.diagnosis.Merchant.DKIM1;
import static dev.shopbell.diagnosis.Merchant.S1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.dns.DnsFault;
import dev.shopbell.testkit.dns.SignatureFlaw;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is found of zones that are signed, well or badly. */
@Tag("domain-05")
class SignatureFindingsTest {
  @AutoClose private final Merchant shop = new Merchant();

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
}
