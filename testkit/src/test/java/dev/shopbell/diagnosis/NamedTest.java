package dev.shopbell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The findings against BIND's server, where it is installed. */
@Tag("domain-05")
class NamedTest {
  private static final Path NAMED =
      Stream.of("/usr/sbin/named", "/usr/bin/named", "/usr/local/sbin/named")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(Path.of("named"));
  private static final String KEY =
      "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
  private static final String HEAD =
      """
      $TTL 300
      @ SOA ns1 hostmaster 1 3600 600 86400 60
      @ NS ns1
      ns1 A 127.0.0.1
      @ MX 10 mail
      mail A 192.0.2.25
      """;

  @TempDir private Path folder;
  private Process named;
  private int port;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Files.isExecutable(NAMED), "BIND's named is not installed: nothing is asked of it");
    port = freePort();
    zone("platform.example", "t1 TXT \"" + KEY + "\"\n");
    zone(
        "annstea.example",
        """
        right CNAME t1.platform.example.
        r._domainkey CNAME t1.platform.example.
        m._domainkey CNAME t2.platform.example.
        appended CNAME t1.platform.example
        doubled.annstea.example CNAME t1.platform.example.
        text TXT "t1.platform.example"
        chain CNAME right
        loop CNAME loop
        """);
    zone("wild.example", "* A 192.0.2.80\n");
    Files.writeString(
        folder.resolve("named.conf"),
        """
        options {
          directory "%1$s"; pid-file "named.pid"; session-keyfile "session.key";
          listen-on port %2$s { 127.0.0.1; }; listen-on-v6 { none; };
          recursion yes; dnssec-validation no; empty-zones-enable no; forwarders { }; forward only;
        };
        controls { };
        zone "platform.example" { type master; file "platform.example"; };
        zone "annstea.example" { type master; file "annstea.example"; };
        zone "wild.example" { type master; file "wild.example"; };
        """
            .formatted(folder, port));
    named =
        new ProcessBuilder(NAMED.toString(), "-g", "-c", folder.resolve("named.conf").toString())
            .redirectErrorStream(true)
            .start();
    awaitRunning();
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void zone(String name, String records) throws IOException {
    Files.writeString(folder.resolve(name), HEAD + records);
  }

  private void awaitRunning() throws IOException {
    BufferedReader log =
        new BufferedReader(new InputStreamReader(named.getInputStream(), StandardCharsets.UTF_8));
    String line = log.readLine();
    while (line != null && !line.endsWith(" running")) {
      line = log.readLine();
    }
    assertThat(line).as("named ended before it ran").isNotNull();
  }

  @AfterEach
  void stop() {
    if (named != null) {
      named.destroyForcibly();
    }
  }

  private List<Finding> findings(String domain, String... names) {
    List<ExpectedRecord> records =
        Stream.of(names)
            .map(name -> new DnsName(name).below(new DnsName(domain)))
            .map(name -> ExpectedRecord.cname(name, new DnsName("t1.platform.example")))
            .toList();
    try (DnsClient client =
        DnsClient.open(
            DnsSettings.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .authoritativePort(port))) {
      return Merchant.findings(
          new DomainExaminer(client, false, Clock.systemUTC(), new SplittableRandom(3))
              .examine(new DnsName(domain), records)
              .join());
    }
  }

  @Test
  void isUnderstood() {
    assertThat(
            findings(
                "annstea.example",
                "right",
                "r._domainkey",
                "appended",
                "doubled",
                "text",
                "chain",
                "loop",
                "nothing"))
        .containsExactly(
            Finding.OK,
            Finding.OK,
            Finding.VALUE_ZONE_APPENDED,
            Finding.NAME_DOUBLED,
            Finding.WRONG_TYPE,
            Finding.CNAME_CHAIN,
            Finding.CNAME_LOOP,
            Finding.RECORD_MISSING);
    assertThat(findings("annstea.example", "m._domainkey")).containsExactly(Finding.VALUE_MISMATCH);
    assertThat(findings("wild.example", "s1._domainkey")).containsExactly(Finding.WILDCARD);
  }
}
