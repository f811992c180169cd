package dev.shopbell.diagnosis;

import static dev.shopbell.diagnosis.Merchant.B;
import static dev.shopbell.diagnosis.Merchant.BOUNCE;
import static dev.shopbell.diagnosis.Merchant.DKIM1;
import static dev.shopbell.diagnosis.Merchant.DKIM2;
import static dev.shopbell.diagnosis.Merchant.FIRST;
import static dev.shopbell.diagnosis.Merchant.MAIL;
import static dev.shopbell.diagnosis.Merchant.S1;
import static dev.shopbell.diagnosis.Merchant.S2;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is found while servers and resolvers do not say the same. */
@Tag("domain-05")
class PropagationFindingsTest {
  @AutoClose private final Merchant shop = new Merchant();

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
    shop.assertFirst(Finding.RECORD_MISSING);
  }
}
