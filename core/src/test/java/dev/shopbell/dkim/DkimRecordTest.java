package dev.shopbell.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.RecordType;
import dev.shopbell.domain.DomainVerifier;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DkimRecordTest {
  private static final DomainName DOMAIN = DomainName.of("annstea.example");
  private static final DnsName NAME = new DnsName("s1._domainkey.annstea.example");
  private static final DkimKey KEY = TestKeys.RSA;

  @Test
  @Tag("mail-04")
  void isCutIntoStringsThatATxtRecordHolds() {
    DkimRecord record = DkimRecord.of(KEY, DOMAIN);

    assertThat(record.strings()).hasSize(2).allMatch(string -> string.length() <= 255);
    assertThat(String.join("", record.strings())).isEqualTo(KEY.record());
    assertThat(record.zoneLine())
        .startsWith("s1._domainkey.annstea.example. IN TXT \"v=DKIM1; k=rsa; p=MIIBIjAN")
        .contains("\" \"");
  }

  @Test
  @Tag("mail-04")
  @Tag("domain-02")
  void standsWhereTheSelectorsOfTheSetUpLead() {
    SigningKeys keys =
        SigningKeys.of("k1", Credential.of("c2hvcGJlbGwtdHJpYWwta2V5LW5vdC1hLXNlY3JldC0wMQ=="));
    List<ExpectedRecord> published =
        DomainVerifier.builder(DomainName.of("platform.example"), keys)
            .dns(question -> new CompletableFuture<>())
            .build()
            .records(new StoreId("tea"), DOMAIN);
    DkimSelectors selectors = DkimSelectors.of(DOMAIN, published);
    DkimKey key = DkimKey.generate(selectors.second(), DkimAlgorithm.ED25519, TestKeys.RANDOM);

    assertThat(published.get(0).name().value()).startsWith(selectors.first() + "._domainkey.");
    assertThat(DkimRecord.of(key, DOMAIN, published).name()).isEqualTo(published.get(1).target());
    assertThat(DkimRecord.of(KEY, DOMAIN, published).name()).isEqualTo(NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "v=DKIM1; k=rsa; p=KEY, MATCHES",
    "p=KEY, MATCHES",
    "v=DKIM1; h=sha1:sha256; s=email; t=y; p=KEY, MATCHES",
    "v=DKIM1; s=*; p=KEY, MATCHES",
    "v=DKIM1; p=OTHER, OTHER_KEY",
    "v=DKIM1; p=, REVOKED",
    "v=DKIM1; k=ed25519; p=KEY, UNUSABLE",
    "v=DKIM1; h=sha1; p=KEY, UNUSABLE",
    "v=DKIM1; s=tlsrpt; p=KEY, UNUSABLE",
    "v=DKIM2; p=KEY, MALFORMED",
    "v=spf1 -all, MALFORMED",
  })
  @Tag("mail-04")
  void isComparedWithTheKeyThatSigns(String text, DkimMatch match) {
    String published =
        text.replace("KEY", KEY.publicKey()).replace("OTHER", TestKeys.OTHER.publicKey());

    assertThat(DkimRecord.compare(KEY, List.of(published))).isEqualTo(match);
    assertThat(check(new DnsAnswer.Found(List.of(txt(published))))).isEqualTo(match);
  }

  @Test
  @Tag("mail-04")
  @Tag("domain-07")
  void isMissingOrSeveralOrNotKnown() {
    DnsAnswer.Negative denied = new DnsAnswer.Negative(Optional.empty(), 0);

    assertThat(check(new DnsAnswer.NoSuchName(denied))).isEqualTo(DkimMatch.MISSING);
    assertThat(check(new DnsAnswer.NoSuchRecord(denied))).isEqualTo(DkimMatch.MISSING);
    assertThat(check(new DnsAnswer.Found(List.of(txt(KEY.record()), txt("v=DKIM1; p=")))))
        .isEqualTo(DkimMatch.SEVERAL);
    assertThat(check(new DnsAnswer.CouldNotAsk(DnsAnswer.Failure.TIMEOUT)))
        .isEqualTo(DkimMatch.COULD_NOT_ASK);
  }

  private static DnsRecord txt(String text) {
    return new DnsRecord(new DnsName("x.dkim.platform.example"), RecordType.TXT, text, 60);
  }

  private static DkimMatch check(DnsAnswer answer) {
    Dns dns =
        question -> {
          assertThat(question.name()).isEqualTo(NAME);
          return CompletableFuture.completedFuture(answer);
        };
    return DkimRecord.check(dns, KEY, DOMAIN).join();
  }
}
