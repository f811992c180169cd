package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.testkit.dns.DnsWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEYS = "k1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

  @AutoClose private final DnsWorld world = new DnsWorld();
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    world.zone(
        "annstea.example",
        "@ NS vip1.alidns.com.\n@ MX 10 mail\nmail A 192.0.2.25\n_dmarc TXT \"v=DMARC1; p=reject\"",
        "127.0.0.4");
    world.zone("nomail.example", "@ A 192.0.2.80", "127.0.0.4");
    world.zone("platform.example", "", "127.0.0.3");
    world.start();
    Files.writeString(folder.resolve("keys"), KEYS);
  }

  private String dns() {
    return "127.0.0.1:" + world.port();
  }

  private Cli setup(String store, String mailbox) {
    return Cli.run(
        "",
        "domain",
        "setup",
        "--store",
        store,
        "--mailbox",
        mailbox,
        "--keys",
        folder.resolve("keys").toString(),
        "--dns",
        dns(),
        "--authoritative-port",
        String.valueOf(world.port()));
  }

  private Cli check(String input) {
    return Cli.run(
        input,
        "domain",
        "check",
        "--dns",
        dns(),
        "--authoritative-port",
        String.valueOf(world.port()),
        "--timeout",
        "500");
  }

  @Test
  @Tag("domain-02")
  void setsADomainUpTheSameWayEachTime() throws IOException {
    Cli first = setup("s-1", "service@annstea.example");
    assertThat(first.exit()).isZero();
    assertThat(setup("s-1", "service@annstea.example").out()).isEqualTo(first.out());

    JsonNode line = JSON.readTree(first.out());
    assertThat(line.get("domain").asText()).isEqualTo("annstea.example");
    assertThat(line.get("dnsHost").asText()).isEqualTo("aliyun");
    assertThat(line.get("mailbox").asText()).isEqualTo("OK");
    assertThat(line.get("records")).hasSize(3);
    JsonNode record = line.get("records").get(0);
    assertThat(record.get("name").asText())
        .isEqualTo(record.get("host").asText() + ".annstea.example");
    assertThat(record.get("type").asText()).isEqualTo("CNAME");
    assertThat(record.get("value").asText()).matches("[a-z2-7]{26}\\.dkim\\.platform\\.example");
    assertThat(first.err()).contains("1. Open the Alibaba Cloud DNS console");
  }

  @Test
  @Tag("domain-02")
  void givesEachStoreRecordsOfItsOwn() throws IOException {
    JsonNode one = JSON.readTree(setup("s-1", "service@annstea.example").out()).get("records");
    JsonNode two = JSON.readTree(setup("s-2", "service@annstea.example").out()).get("records");
    for (int i = 0; i < 3; i++) {
      assertThat(one.get(i).get("name")).isNotEqualTo(two.get(i).get("name"));
      assertThat(one.get(i).get("value")).isNotEqualTo(two.get(i).get("value"));
    }
  }

  @Test
  @Tag("domain-01")
  void refusesAMailboxWithoutAMailService() throws IOException {
    Cli refused = setup("s-1", "service@nomail.example");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(JSON.readTree(refused.out()).get("mailbox").asText()).isEqualTo("MX_MISSING");
    assertThat(refused.err()).contains("nomail.example");
  }

  @Test
  void hasNothingToSetUpForAPublicMailbox() throws IOException {
    Cli refused = setup("s-1", "anns.tea@126.com");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(JSON.readTree(refused.out()).get("records")).isEmpty();
    assertThat(refused.err()).contains("126.com belongs to a mail provider");
  }

  @Test
  @Tag("domain-05")
  void checksEachLineInItsOrder() throws IOException {
    List<String> expected = new ArrayList<>();
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      expected.add("s" + i + "._domainkey");
      input.append(
          """
          {"domain":"annstea.example","mailbox":"a@annstea.example","records":[{"name":"s%s._domainkey","type":"CNAME","value":"t.dkim.platform.example"}]}
          """
              .formatted(i));
    }
    Cli checked = check(input.toString());
    assertThat(checked.exit()).isEqualTo(1);
    List<String> names = new ArrayList<>();
    for (String line : checked.out().lines().toList()) {
      names.add(JSON.readTree(line).get("records").get(0).get("name").asText());
    }
    assertThat(names).isEqualTo(expected);
  }

  @Test
  @Tag("domain-05")
  void saysOfADomainAllThatPeopleAsk() throws IOException {
    Cli checked =
        check(
            "{\"domain\":\"AnnsTea.example.\",\"mailbox\":null,\"records\":[{\"name\":\"s1._domainkey.annstea.example\",\"value\":\"t.dkim.platform.example.\"}]}");
    JsonNode line = JSON.readTree(checked.out());
    assertThat(line.get("domain").asText()).isEqualTo("annstea.example");
    assertThat(line.get("state").asText()).isEqualTo("pending");
    assertThat(line.get("records").get(0).get("finding").asText()).isEqualTo("RECORD_MISSING");
    assertThat(line.get("records").get(0).get("found")).isEmpty();
    assertThat(line.get("records").get(0).get("remedy").asText())
        .contains("s1._domainkey.annstea.example", "t.dkim.platform.example");
    assertThat(line.get("findings")).isEmpty();
    assertThat(line.get("mailbox").asText()).isEqualTo("OK");
    assertThat(line.get("dmarc").asText()).isEqualTo("reject");
    assertThat(line.get("lookAgainInSeconds").asLong()).isEqualTo(30);
    assertThat(line.get("dnsHost").asText()).isEqualTo("aliyun");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"domain\":\"http://annstea.example/\"} | line 1:",
        "{\"domain\":\"ann@annstea.example\"} | line 1:",
        "{\"domain\":\"anns tea.example\"} | line 1:",
        "{\"domain\":\"192.0.2.1\"} | line 1:",
        "{\"domain\":\"a..example\"} | line 1:",
        "{\"mailbox\":\"a@b.example\"} | has no text \"domain\"",
        "{\"domain\":\"a.example\",\"records\":[{\"name\":\"s\",\"type\":\"MX\",\"value\":\"x\"}]} | type \"MX\"",
        "{\"domain\":\"a.example\",\"records\":[{\"name\":\"s\"}]} | has no text \"value\"",
        "{domain | is not JSON"
      })
  void namesTheLineThatIsWrongAndGoesOn(String line, String told) {
    Cli checked = check(line + "\n{\"domain\":\"annstea.example\",\"records\":[]}");
    assertThat(checked.exit()).isEqualTo(2);
    assertThat(checked.err()).contains(told);
    assertThat(checked.out()).contains("\"domain\":\"annstea.example\"");
  }

  @ParameterizedTest
  @Tag("domain-14")
  @CsvSource({
    "annstea.example, s1._domainkey, s1._domainkey.annstea.example",
    "annstea.example, S1._domainkey.AnnsTea.example., s1._domainkey.annstea.example",
    "shop.annstea.example, _own.annstea.example, _own.annstea.example",
    "bücher.example, s1._domainkey.bücher.example, s1._domainkey.xn--bcher-kva.example",
    "annstea.example, @, annstea.example"
  })
  void takesANameInFullOrRelativeInAnyScript(String domain, String name, String looked)
      throws IOException {
    Cli checked =
        check(
            "{\"domain\":\"%s\",\"records\":[{\"name\":\"%s\",\"value\":\"t.platform.example\"}]}"
                .formatted(domain, name));
    JsonNode record = JSON.readTree(checked.out()).get("records").get(0);
    assertThat(record.get("name").asText()).isEqualTo(name);
    assertThat(checked.err()).contains("  " + looked + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "--dns, nowhere:x, give an address and a port",
    "--dns, 127.0.0.1:99999, give an address and a port",
    "--authoritative-port, 0, give 1 to 65535",
    "--trust-anchor, /nowhere/anchor, there is no file",
    "--concurrency, 0, give 1 to 10000"
  })
  void refusesAWrongOption(String option, String value, String told) {
    Cli refused = Cli.run("", "domain", "check", option, value);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains(told).doesNotContain("\tat ");
  }
}
