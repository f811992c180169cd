package dev.shopbell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsSettings;
import dev.shopbell.testkit.dns.DnsWorld;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A merchant's domain in a small world, with three records to publish. */
final class Merchant implements AutoCloseable {
  static final DnsName DOMAIN = DnsName.of("annstea.example");
  static final String DKIM1 = "k7w2m9pqr4t6c3xzb5n8vdhjla.dkim.platform.example";
  static final String DKIM2 = "q3n8vdhjlak7w2m9pqr4t6c3xz.dkim.platform.example";
  static final String BOUNCE = "zxc7vb4nm2lkj5hg3fds6apoiu.bounce.platform.example";
  static final String S1 = "s1a._domainkey";
  static final String S2 = "s2b._domainkey";
  static final String B = "bounce-c";
  static final String FIRST = "127.0.0.4";
  static final String SECOND = "127.0.0.5";

  static final String MAIL =
      """
      @    3600 SOA ns1 hostmaster 1 3600 600 86400 120
      @    MX 10 mail
      mail A  192.0.2.25
      @    TXT "v=spf1 mx -all"
      _dmarc TXT "v=DMARC1; p=none"
      """;

  private static final List<ExpectedRecord> RECORDS =
      List.of(
          ExpectedRecord.cname(DnsName.of(S1).below(DOMAIN), DnsName.of(DKIM1)),
          ExpectedRecord.cname(DnsName.of(S2).below(DOMAIN), DnsName.of(DKIM2)),
          ExpectedRecord.cname(DnsName.of(B).below(DOMAIN), DnsName.of(BOUNCE)));

  final DnsWorld world =
      DnsWorld.healthy(
          DOMAIN.value(),
          "platform.example",
          Map.of(S1, DKIM1 + ".", S2, DKIM2 + ".", B, BOUNCE + "."));
  private DnsSettings settings = DnsSettings.system();
  private List<ExpectedRecord> records = RECORDS;
  private DnsName domain = DOMAIN;
  private final List<String> dead = new ArrayList<>();
  private boolean validates;

  /** The merchant's zone with its mail and these lines, at both of its servers. */
  Merchant publishes(String... lines) {
    world.zone(DOMAIN.value(), MAIL + String.join("\n", lines) + "\n", FIRST, SECOND);
    return this;
  }

  /** The first record as given, the others as they should be. */
  Merchant publishesFirst(String... lines) {
    return publishes(
        String.join("\n", lines), S2 + " CNAME " + DKIM2 + ".", B + " CNAME " + BOUNCE + ".");
  }

  Merchant expects(ExpectedRecord... records) {
    this.records = List.of(records);
    return this;
  }

  Merchant examines(String domain) {
    this.domain = DnsName.of(domain);
    return this;
  }

  Merchant kills(String server) {
    dead.add(server);
    return this;
  }

  Merchant validates() {
    this.validates = true;
    return this;
  }

  DomainReport examine() {
    world.start();
    dead.forEach(address -> world.server(address).kill());
    settings =
        DnsSettings.of(world.recursive().address())
            .authoritativePort(world.port())
            .timeout(Duration.ofMillis(400), 1);
    if (validates) {
      settings = settings.trustAnchors(world.trustAnchor(), Clock.systemUTC());
    }
    return again();
  }

  DomainReport again() {
    try (DnsClient client = DnsClient.open(settings)) {
      return new DomainExaminer(
              client, client.validates(), Clock.systemUTC(), new SplittableRandom(7))
          .examine(domain, records)
          .join();
    }
  }

  /** What is found of the first record. */
  Diagnosis first() {
    return examine().records().get(0).diagnosis();
  }

  /** Of the first record, that is found, and those values. */
  void assertFirst(Finding finding, String... found) {
    Diagnosis diagnosis = first();
    assertThat(diagnosis.finding()).isEqualTo(finding);
    assertThat(diagnosis.found()).containsExactly(found);
  }

  static List<Finding> findings(DomainReport report) {
    return report.records().stream().map(record -> record.diagnosis().finding()).toList();
  }

  @Override
  public void close() {
    world.close();
  }
}
