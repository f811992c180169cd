package dev.shopbell.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DnsHost;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.RecordType;
import dev.shopbell.internal.DataLines;
import dev.shopbell.internal.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("domain-03")
class DnsHostStepsTest {
  private static final String HOST = "shost._domainkey";
  private static final String VALUE = "token.dkim.platform.example";

  private static List<DnsHost> hosts() {
    List<DnsHost> hosts = new ArrayList<>(List.of(DnsHost.GENERIC));
    for (String line : DataLines.read(DnsHost.class, "dns-hosts.txt")) {
      String[] parts = line.split("\\s*\\|\\s*", -1);
      hosts.add(new DnsHost(parts[0], parts[1]));
    }
    return hosts;
  }

  @Test
  void knowsManyHostsEachOnce() {
    assertThat(hosts()).hasSizeGreaterThan(30);
    assertThat(hosts()).extracting(DnsHost::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void tellsSixStepsInEachLanguageWithHostAndValueWhereTheyAreEntered(DnsHost host) {
    for (Locale language : Texts.LANGUAGES) {
      List<String> steps = host.steps(language, RecordType.CNAME, HOST, VALUE);
      assertThat(steps).as("%s in %s", host.id(), language).hasSize(6).noneMatch(String::isBlank);
      assertThat(steps).noneMatch(step -> step.matches("(?s).*\\{\\d}.*"));
      assertThat(String.join("\n", steps)).containsOnlyOnce(HOST).containsOnlyOnce(VALUE);
      assertThat(steps).anyMatch(step -> step.contains("CNAME"));
    }
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void tellsOfATxtRecordWhatIsTrueOfOne(DnsHost host) {
    for (Locale language : Texts.LANGUAGES) {
      List<String> steps = host.steps(language, RecordType.TXT, "_proof", "proof=abc");
      assertThat(steps).hasSize(6).noneMatch(step -> step.contains("CNAME"));
      assertThat(steps.get(0)).isEqualTo(host.steps(language, RecordType.CNAME, "", "").get(0));
      assertThat(String.join("\n", steps))
          .contains("TXT")
          .containsOnlyOnce("_proof")
          .containsOnlyOnce("proof=abc")
          .doesNotContain("proof=abc.");
    }
  }

  @Test
  void endsAValueWithADotOnlyWhereItBelongsToIt() {
    Stream.of("digitalocean", "ovh", "gandi")
        .map(id -> new DnsHost(id, id))
        .forEach(
            host ->
                assertThat(String.join("\n", host.steps(Locale.ENGLISH, RecordType.CNAME, "", "v")))
                    .contains("v. (the dot at the end belongs to it)"));
  }

  @ParameterizedTest
  @CsvSource({
    "dns9.hichina.com,aliyun",
    "vip1.alidns.com,aliyun",
    "f1g1ns1.dnspod.net,dnspod",
    "ns1.huaweicloud-dns.cn,huaweicloud",
    "amy.ns.cloudflare.com,cloudflare",
    "ns01.domaincontrol.com,godaddy",
    "dns1.registrar-servers.com,namecheap",
    "ns-1234.awsdns-56.org,route53",
    "ns-5.awsdns-22.co.uk,route53",
  })
  void knowsAHostByItsNameServers(String server, String id) {
    assertThat(DnsHost.of(List.of(DnsName.of("ns.unknown.example"), DnsName.of(server))))
        .map(DnsHost::id)
        .contains(id);
  }

  @ParameterizedTest
  @CsvSource({"ns1.someone.com", "ns1.notalidns.com", "alidns.com.evil.example", "awsdns-1.com.x"})
  void knowsNoHostByPartOfALabel(String server) {
    assertThat(DnsHost.of(List.of(DnsName.of(server)))).isEmpty();
  }
}
