package dev.shopbell.testkit.domain;

import static dev.shopbell.testkit.domain.BrandPlatform.ANN;
import static dev.shopbell.testkit.domain.BrandPlatform.COFFEE;
import static dev.shopbell.testkit.domain.BrandPlatform.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DnsHost;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.domain.DomainPolicy;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainTokens;
import dev.shopbell.domain.DomainVerifier;
import dev.shopbell.domain.MailService;
import dev.shopbell.domain.RecordSet;
import dev.shopbell.domain.SetupRefusal;
import dev.shopbell.domain.SetupRefusal.Reason;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.dns.DnsFault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainSettingUpTest {
  private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  private static final Locale SPANISH = Locale.forLanguageTag("es");

  private final BrandPlatform platform = new BrandPlatform();
  private final DomainVerifier verifier = platform.verifier();

  @AfterEach
  void close() {
    platform.close();
  }

  private DomainSetup setup(StoreId store, String mailbox) {
    return (DomainSetup) verifier.setupNow(store, EmailAddress.of(mailbox));
  }

  private SetupRefusal refused(String mailbox) {
    return (SetupRefusal) verifier.setupNow(TEA, EmailAddress.of(mailbox));
  }

  private void zone(String name, String text) {
    platform.world.zone(name, text, "127.0.0.6");
  }

  private static List<String> hosts(DomainSetup setup) {
    return setup.records().stream().map(setup::host).toList();
  }

  @Test
  @Tag("domain-02")
  void givesThreeCnamesRelativeAndInFullTheSameEachTime() {
    DomainSetup setup = setup(TEA, ANN.value());
    assertThat(setup.domain()).isEqualTo(BrandPlatform.DOMAIN);
    assertThat(setup.records())
        .hasSize(3)
        .allMatch(record -> record.name().value().endsWith(".annstea.example"))
        .allMatch(record -> record.value().endsWith(".platform.example"));
    assertThat(hosts(setup).get(0)).matches("s[a-z2-7]{8}\\._domainkey");
    assertThat(hosts(setup).get(1)).matches("s[a-z2-7]{8}\\._domainkey");
    assertThat(hosts(setup).get(2)).matches("bounce-[a-z2-7]{8}");
    assertThat(setup.sharing()).isEmpty();
    assertThat(setup(TEA, ANN.value())).isEqualTo(setup);
    assertThat(setup(TEA, "Bo@ANNSTEA.example.").records()).isEqualTo(setup.records());
  }

  @Test
  @Tag("domain-02")
  void givesNoTwoStoresTheSameSelectorsOnOneDomain() {
    List<String> tea = hosts(setup(TEA, ANN.value()));
    assertThat(hosts(setup(COFFEE, ANN.value()))).doesNotContainAnyElementsOf(tea);
  }

  @Test
  @Tag("domain-02")
  void takesAnotherRecordSetFromAPlugIn() {
    RecordSet single = records(List.of("mail._domainkey"));
    DomainVerifier other = platform.builder(BrandPlatform.keys()).records(single).build();
    assertThat(hosts((DomainSetup) other.setupNow(TEA, ANN))).containsExactly("mail._domainkey");

    DomainVerifier none =
        platform.builder(BrandPlatform.keys()).records(records(List.of())).build();
    assertThatIllegalStateException()
        .isThrownBy(() -> none.setupNow(TEA, ANN))
        .withMessageStartingWith("the record set gives no record for annstea.example");
  }

  private static RecordSet records(List<String> hosts) {
    return new RecordSet() {
      @Override
      public List<ExpectedRecord> records(DomainName domain, DomainTokens tokens) {
        return hosts.stream()
            .map(host -> new dev.shopbell.dns.DnsName(host + "." + domain))
            .map(name -> ExpectedRecord.txt(name, tokens.token("key", 20)))
            .toList();
      }

      @Override
      public Optional<DomainName> returnPath(DomainName domain, DomainTokens tokens) {
        return Optional.empty();
      }
    };
  }

  @Test
  @Tag("domain-01")
  void asksNothingOfAPublicProvidersDomain() {
    SetupRefusal refusal = refused("ann@qq.com");
    assertThat(refusal.reason()).isEqualTo(Reason.PUBLIC_PROVIDER);
    assertThat(refusal.mailServices()).isEmpty();
    assertThat(platform.world.recursive().asked()).isZero();
    assertThat(refusal.text(Locale.ENGLISH)).startsWith("qq.com belongs to a mail provider");
    assertThat(refusal.text(CHINESE)).startsWith("qq.com 是公共邮箱服务商的域名");
    assertThat(refusal.text(SPANISH)).startsWith("qq.com es de un proveedor de correo");
  }

  @ParameterizedTest
  @Tag("domain-01")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          www A 192.0.2.1          | MX_MISSING
          @ A 192.0.2.1            | MX_MISSING
          @ MX 0 .                 | MX_NULL
          @ MX 10 mail.nowhere.    | MX_UNRESOLVABLE
          @ MX 10 mail             | MX_UNRESOLVABLE
          """)
  void refusesADomainThatReceivesNoMailAndSaysWhy(String records, String finding) {
    zone("bo.example", records);
    SetupRefusal refusal = refused("bo@bo.example");
    assertThat(refusal.reason()).isEqualTo(Reason.MAILBOX_INVALID);
    assertThat(refusal.mailbox().finding().name()).isEqualTo(finding);
    assertThat(refusal.text(Locale.ENGLISH)).contains("bo.example").contains("MX");
    assertThat(refusal.text(CHINESE)).contains("bo.example").isNotEqualTo(refusal.text(SPANISH));
  }

  @Test
  @Tag("domain-01")
  void refusesADomainThatNobodyHasRegistered() {
    assertThat(refused("bo@nobody.example").mailbox().finding().name()).isEqualTo("MX_MISSING");
  }

  @Test
  @Tag("domain-15")
  void offersMailServicesToADomainWithoutOne() {
    assertThat(refused("bo@nobody.example").mailServices()).isEqualTo(MailService.all());
  }

  @Test
  @Tag("domain-01")
  void acceptsAnImplicitMxWhereThePolicyDoes() {
    zone("bo.example", "@ A 192.0.2.1");
    DomainVerifier lenient = platform.verifier(DomainPolicy.STANDARD.acceptImplicitMx());
    assertThat(lenient.setupNow(TEA, EmailAddress.of("bo@bo.example")))
        .isInstanceOf(DomainSetup.class);
    assertThat(lenient.setupNow(TEA, EmailAddress.of("bo@nobody.example")))
        .isInstanceOf(SetupRefusal.class);
  }

  @Test
  @Tag("domain-01")
  void acceptsADomainWithOneWorkingExchangeOfSeveral() {
    zone("bo.example", "@ MX 5 gone\n@ MX 10 mail\nmail AAAA 2001:db8::25");
    assertThat(setup(TEA, "bo@bo.example").records()).hasSize(3);
  }

  @ParameterizedTest
  @Tag("domain-07")
  @ValueSource(strings = {"annstea.example", "mail.annstea.example"})
  void doesNotCallAMailboxInvalidThatCouldNotBeAsked(String name) {
    platform.world.recursive().at(name, DnsFault.SERVFAIL);
    SetupRefusal refusal = refused(ANN.value());
    assertThat(refusal.reason()).isEqualTo(Reason.COULD_NOT_ASK);
    assertThat(refusal.mailServices()).isEmpty();
    assertThat(refusal.text(Locale.ENGLISH)).contains("nothing can be said yet");
  }

  @Test
  @Tag("domain-02")
  void givesHostsOfASubdomainRelativeToTheZoneThatItLiesIn() {
    platform.world.add("annstea.example", "shop MX 10 mail");
    DomainSetup within = setup(TEA, "ann@shop.annstea.example");
    assertThat(within.zone().apex().value()).isEqualTo("annstea.example");
    assertThat(hosts(within).get(2)).matches("bounce-[a-z2-7]{8}\\.shop");

    zone("eu.annstea.example", BrandPlatform.MAIL);
    DomainSetup delegated = setup(TEA, "ann@eu.annstea.example");
    assertThat(delegated.zone().apex().value()).isEqualTo("eu.annstea.example");
    assertThat(hosts(delegated).get(2)).matches("bounce-[a-z2-7]{8}");
  }

  @ParameterizedTest
  @Tag("domain-03")
  @CsvSource({"vip1.alidns.com,aliyun", "amy.ns.cloudflare.com,cloudflare"})
  void knowsTheDnsHostByItsNameServers(String server, String host) {
    zone("bo.example", "@ NS " + server + ".\n" + BrandPlatform.MAIL);
    DomainSetup setup = setup(TEA, "bo@bo.example");
    assertThat(setup.zone().host().map(DnsHost::id)).contains(host);
    assertThat(setup.steps(setup.records().get(0), CHINESE))
        .hasSize(6)
        .anyMatch(step -> step.contains(hosts(setup).get(0)))
        .anyMatch(step -> step.contains(setup.records().get(0).value()));
  }

  @Test
  @Tag("domain-03")
  void tellsGenericStepsWhereTheDnsHostIsNotKnown() {
    DomainSetup setup = setup(TEA, ANN.value());
    assertThat(setup.zone().host()).isEmpty();
    assertThat(setup.steps(setup.records().get(0), Locale.ENGLISH).get(0))
        .startsWith("Sign in where the DNS of your domain is managed");
  }

  @ParameterizedTest
  @Tag("domain-14")
  @ValueSource(
      strings = {
        "ann@中文.example",
        " ann@xn--fiq228c.example. ",
        "ann@XN--FIQ228C.EXAMPLE",
        "ann@中文。example",
        "ann@中文．ｅｘａｍｐｌｅ",
      })
  void handlesAnInternationalDomainAsItsALabels(String mailbox) {
    zone("xn--fiq228c.example", BrandPlatform.MAIL);
    DomainSetup setup = setup(TEA, mailbox);
    assertThat(setup.records())
        .allMatch(record -> record.name().value().endsWith(".xn--fiq228c.example"));
    platform.publish(setup);
    assertThat(verifier.verifyNow(setup).verdict().name()).isEqualTo("VERIFIED");
  }

  @Test
  void saysOfATooLongDomainHowLongItMayBe() {
    String label = "x".repeat(60) + ".";
    EmailAddress mailbox = EmailAddress.of("a@" + label.repeat(3) + "y".repeat(50) + ".example");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verifier.setup(TEA, mailbox))
        .withMessageEndingWith(
            "the names of its records would be too long: use one of at most 232");
  }

  @Test
  void anAnswerOfTenThousandRecordsIsReadInPart() {
    platform.world.recursive().at("annstea.example", "MX", DnsFault.records(10_000));
    assertThat(verifier.setup(TEA, ANN).join()).isNotNull();
  }
}
