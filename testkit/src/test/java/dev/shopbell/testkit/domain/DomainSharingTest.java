package dev.shopbell.testkit.domain;

import static dev.shopbell.testkit.domain.BrandPlatform.ANN;
import static dev.shopbell.testkit.domain.BrandPlatform.COFFEE;
import static dev.shopbell.testkit.domain.BrandPlatform.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.RecordType;
import dev.shopbell.domain.DomainPolicy;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainSetup.Sharing;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.Domains;
import dev.shopbell.domain.MailboxChange;
import dev.shopbell.domain.SetupRefusal;
import dev.shopbell.store.StoreId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DomainSharingTest {
  private static final StoreId BAKERY = new StoreId("bakery");
  private static final DomainName SHOP = DomainName.of("shop.annstea.example");
  private static final String AT_SHOP = "bo@shop.annstea.example";

  private final BrandPlatform platform = new BrandPlatform();
  private final Domains domains = platform.domains();

  @BeforeEach
  void subdomainsReceiveMail() {
    platform.world.add("annstea.example", "shop MX 10 mail\nshop2 MX 10 mail\neu MX 10 mail");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private DomainSetup setup(StoreId store, String mailbox) {
    return platform.change(domains, store, mailbox).setup().orElseThrow();
  }

  private static List<ExpectedRecord> proofs(DomainSetup setup) {
    return setup.records().stream().filter(record -> record.type() == RecordType.TXT).toList();
  }

  @Test
  @Tag("domain-09")
  void warnsTheStoreThatComesLaterAndProposesASubdomain() {
    assertThat(setup(TEA, ANN.value()).sharing()).isEmpty();
    Sharing sharing = setup(COFFEE, "bo@annstea.example").sharing().orElseThrow();

    assertThat(sharing).isEqualTo(new Sharing(BrandPlatform.DOMAIN, SHOP, false));
    assertThat(sharing.text(Locale.ENGLISH)).endsWith("for example shop.annstea.example");
    assertThat(sharing.text(Locale.SIMPLIFIED_CHINESE)).contains("shop.annstea.example");
    assertThat(sharing.text(Locale.forLanguageTag("es"))).contains("shop.annstea.example");
    assertThat(platform.shared).extracting(DomainSetup::store).containsExactly(COFFEE);
  }

  @Test
  @Tag("domain-09")
  void letsTwoStoresSendAsOneDomainEachByItsOwnRecords() {
    platform.effective(domains, TEA, ANN.value());
    platform.effective(domains, COFFEE, "bo@annstea.example");
    assertThat(platform.state(domains)).isEqualTo(DomainState.EFFECTIVE);
    assertThat(domains.status(COFFEE, BrandPlatform.DOMAIN).state())
        .isEqualTo(DomainState.EFFECTIVE);
    assertThat(domains.status(COFFEE, BrandPlatform.DOMAIN).returnPath())
        .isNotEqualTo(domains.status(TEA, BrandPlatform.DOMAIN).returnPath());
  }

  @Test
  @Tag("domain-09")
  void refusesTheSecondStoreWhereThePolicyDoesAndNeverTheFirst() {
    platform.effective(domains, TEA, ANN.value());
    Domains strict =
        platform.domains(
            platform.verifier(DomainPolicy.STANDARD.sharing(DomainPolicy.Sharing.REFUSE)));

    MailboxChange second = platform.change(strict, COFFEE, "bo@annstea.example");
    assertThat(second.accepted()).isFalse();
    SetupRefusal refusal = second.refusal().orElseThrow();
    assertThat(refusal.reason()).isEqualTo(SetupRefusal.Reason.TAKEN);
    assertThat(refusal.proposal()).contains(SHOP);
    assertThat(refusal.text(Locale.ENGLISH)).endsWith("for example shop.annstea.example");
    assertThat(platform.change(strict, TEA, "bo@annstea.example").accepted()).isTrue();

    MailboxChange below = platform.change(strict, COFFEE, AT_SHOP);
    assertThat(below.accepted()).as("the subdomain that was proposed").isTrue();
    assertThat(proofs(below.setup().orElseThrow())).hasSize(1);
  }

  @Test
  @Tag("domain-09")
  void keepsAStoreThatSharedADomainBeforeThePolicyChanged() {
    setup(TEA, ANN.value());
    setup(COFFEE, "bo@annstea.example");
    Domains strict =
        platform.domains(
            platform.verifier(DomainPolicy.STANDARD.sharing(DomainPolicy.Sharing.REFUSE)));
    assertThat(platform.change(strict, COFFEE, "cy@annstea.example").accepted()).isTrue();
  }

  @Test
  @Tag("domain-09")
  void proposesASubdomainThatNoOtherStoreHas() {
    setup(TEA, ANN.value());
    setup(TEA, AT_SHOP);
    assertThat(setup(COFFEE, "bo@annstea.example").sharing().map(Sharing::proposal))
        .contains(DomainName.of("shop2.annstea.example"));
    setup(BAKERY, "cy@shop2.annstea.example");
    assertThat(setup(BAKERY, "cy@annstea.example").sharing().map(Sharing::proposal))
        .as("its own counts as free")
        .contains(DomainName.of("shop2.annstea.example"));
  }

  @Test
  @Tag("domain-10")
  void wantsAProofOfADomainAboveThatAnotherStoreHasClaimed() {
    setup(TEA, ANN.value());
    DomainSetup setup = setup(COFFEE, AT_SHOP);
    ExpectedRecord proof = proofs(setup).get(0);

    assertThat(setup.records()).hasSize(4);
    assertThat(proof.name().value()).matches("_shopbell-[a-z2-7]{8}\\.annstea\\.example");
    assertThat(proof.value()).matches("shopbell-verification=[a-z2-7]{26}");
    assertThat(setup.host(proof)).isEqualTo(proof.name().first());
    assertThat(setup.steps(proof, Locale.ENGLISH)).anyMatch(step -> step.contains("TXT"));
    Sharing sharing = setup.sharing().orElseThrow();
    assertThat(sharing).isEqualTo(new Sharing(BrandPlatform.DOMAIN, SHOP, true));
    assertThat(sharing.text(Locale.ENGLISH))
        .isEqualTo(
            "Another store here has set up annstea.example, which shop.annstea.example belongs to."
                + " Publish the TXT record first: it proves that you may write into that domain.");
    assertThat(setup(BAKERY, AT_SHOP).records())
        .as("nor is it spared the third store")
        .hasSize(4)
        .noneMatch(record -> record.name().equals(proof.name()));
  }

  @Test
  @Tag("domain-10")
  void isVerifiedOnlyWhenTheProofStands() {
    setup(TEA, ANN.value());
    DomainSetup setup = setup(COFFEE, AT_SHOP);
    String lines = BrandPlatform.lines(setup);
    platform.world.add("annstea.example", lines.substring(lines.indexOf('\n') + 1));
    platform.run(domains, Duration.ofHours(5));
    assertThat(domains.status(COFFEE, SHOP).state()).isEqualTo(DomainState.PENDING);

    platform.world.add("annstea.example", lines.substring(0, lines.indexOf('\n')));
    platform.run(domains, Duration.ofHours(2));
    assertThat(domains.status(COFFEE, SHOP).state()).isEqualTo(DomainState.EFFECTIVE);
  }

  @Test
  @Tag("domain-10")
  void losesNothingToAStoreThatClaimsTheDomainAboveLater() {
    DomainSetup before = platform.effective(domains, COFFEE, AT_SHOP);
    assertThat(proofs(before)).isEmpty();
    setup(TEA, ANN.value());
    platform.run(domains, Duration.ofDays(9));

    assertThat(domains.status(COFFEE, SHOP).state()).isEqualTo(DomainState.EFFECTIVE);
    assertThat(platform.verifier().setupNow(COFFEE, EmailAddress.of(AT_SHOP))).isEqualTo(before);
  }

  @Test
  @Tag("domain-10")
  void takesAVerifiedClaimOfOnesOwnForAProofAndAPendingOneNot() {
    setup(TEA, ANN.value());
    DomainSetup pending = setup(COFFEE, "bo@annstea.example");
    assertThat(proofs(setup(COFFEE, AT_SHOP))).hasSize(1);

    platform.publish(pending);
    platform.run(domains, Duration.ofHours(2));
    assertThat(proofs(setup(COFFEE, "bo@eu.annstea.example"))).isEmpty();
  }

  @Test
  @Tag("domain-10")
  void isAnIdentityOfItsOwn() {
    platform.effective(domains, TEA, ANN.value());
    DomainSetup below = setup(TEA, "ann@shop.annstea.example");
    assertThat(below.records()).hasSize(3);
    assertThat(domains.status(TEA, SHOP).state()).isEqualTo(DomainState.PENDING);
  }
}
