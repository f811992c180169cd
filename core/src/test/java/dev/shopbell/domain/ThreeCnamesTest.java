package dev.shopbell.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain-02")
class ThreeCnamesTest {
  private static final DomainName DOMAIN = DomainName.of("annstea.example");
  private static final SigningKeys KEYS =
      SigningKeys.of("k1", Credential.of(Base64.getEncoder().encodeToString(new byte[32])));
  private static final ThreeCnames RECORDS = new ThreeCnames(DomainName.of("platform.example"));

  private static DomainTokens tokens(String store, DomainName domain) {
    return new DomainTokens(KEYS, "k1", new StoreId(store), domain);
  }

  private static String lengthy(int length) {
    String domain = "x".repeat(60) + "." + "y".repeat(60) + "." + "z".repeat(60) + ".";
    return domain + "w".repeat(length - domain.length() - 8) + ".example";
  }

  @Test
  void areTwoSelectorsAndAReturnPath() {
    assertThat(RECORDS.records(DOMAIN, tokens("s-1", DOMAIN)))
        .containsExactly(
            cname("somaacfz6._domainkey", "44c4uqg7lxc2tkaldk2bm2flhc.dkim"),
            cname("sil2c7yxn._domainkey", "agv3ihsodrazuxtceonzbcdwfy.dkim"),
            cname("bounce-smpp3ypr", "sdhl5gsdut5uczbmosslbq4otg.bounce"));
    assertThat(RECORDS.returnPath(DOMAIN, tokens("s-1", DOMAIN)))
        .contains(DomainName.of("bounce-smpp3ypr.annstea.example"));
  }

  private static ExpectedRecord cname(String host, String target) {
    return ExpectedRecord.cname(
        new DnsName(host + ".annstea.example"), new DnsName(target + ".platform.example"));
  }

  @Test
  void shareNoNameAndNoValueAmongManyStores() {
    Set<String> names = new HashSet<>();
    Set<String> values = new HashSet<>();
    for (int store = 0; store < 500; store++) {
      List<ExpectedRecord> records = RECORDS.records(DOMAIN, tokens("s-" + store, DOMAIN));
      records.forEach(record -> names.add(record.name().value()));
      records.forEach(record -> values.add(record.value()));
    }
    assertThat(names).hasSize(1_500);
    assertThat(values).hasSize(1_500);
  }

  @Test
  void refuseADomainBelowWhichTheirNamesDoNotFit() {
    DomainName longest = DomainName.of(lengthy(232));
    assertThat(RECORDS.records(longest, tokens("s-1", longest)))
        .anyMatch(record -> record.name().value().length() == 253);

    DomainName tooLong = DomainName.of(lengthy(233));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RECORDS.records(tooLong, tokens("s-1", tooLong)))
        .withMessage(
            "domain \"%s…\" has 233 characters, and the names of its records would be too long: use one of at most 232",
            "x".repeat(60));
  }

  @Test
  void refuseAPlatformBelowWhichTheirTargetsDoNotFit() {
    ThreeCnames longest = new ThreeCnames(DomainName.of(lengthy(219)));
    assertThat(longest.records(DOMAIN, tokens("s-1", DOMAIN)))
        .anyMatch(record -> record.value().length() == 253);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThreeCnames(DomainName.of(lengthy(220))))
        .withMessageEndingWith("use one of at most 219");
  }
}
