package dev.shopbell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsSettings;
import dev.shopbell.testkit.dns.DnsFault;
import dev.shopbell.testkit.dns.DnsWorld;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever else a good domain holds, nothing is found wrong with it; and no fault makes it so. */
class GoodZonesTest {
  private static final String[] EXTRAS = {
    "* A 192.0.2.80",
    "www CNAME shops.platform.example.",
    "*.shop CNAME www",
    "_domainkey TXT \"o=~\"",
    "old._domainkey TXT \"v=DKIM1; p=\"",
    "@ TXT \"google-site-verification=abc\"",
    "@ A 192.0.2.80",
    "@ AAAA 2001:db8::80",
    "shop NS ns.shops.platform.example.",
    "@ CAA 0 issue \"ca.test\"",
    "_sip._tcp SRV 0 5 5060 sip",
    "dkim._domainkey CNAME elsewhere.test.",
    "_dmarc.shop TXT \"v=DMARC1; p=reject\""
  };

  private static String token(SplittableRandom random) {
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      token.append("abcdefghijklmnopqrstuvwxyz234567".charAt(random.nextInt(32)));
    }
    return token.toString();
  }

  @Test
  @Tag("domain-05")
  void areNeverFaulted() {
    SplittableRandom random = new SplittableRandom(20_261_122);
    for (int number = 0; number < 60; number++) {
      Map<String, String> aliases = new LinkedHashMap<>();
      aliases.put("s" + token(random).substring(0, 8) + "._domainkey", token(random) + ".dkim");
      aliases.put("s" + token(random).substring(0, 8) + "._domainkey", token(random) + ".dkim");
      aliases.put("bounce-" + token(random).substring(0, 8), token(random) + ".bounce");
      aliases.replaceAll((name, target) -> target + ".platform.example.");
      try (DnsWorld world = DnsWorld.healthy("tea.example", "platform.example", aliases)) {
        for (String extra : EXTRAS) {
          if (random.nextInt(3) == 0) {
            world.add("tea.example", extra);
          }
        }
        DomainReport report = examine(world, aliases);
        assertThat(Merchant.findings(report)).as("world %s", number).containsOnly(Finding.OK);
        assertThat(report.findings()).as("world %s", number).isEmpty();
      }
    }
  }

  @Test
  @Tag("domain-07")
  void areNeverCalledPendingByAFault() {
    SplittableRandom random = new SplittableRandom(7);
    DnsFault[] faults = {
      DnsFault.SERVFAIL,
      DnsFault.REFUSED,
      DnsFault.TRUNCATED,
      DnsFault.GARBAGE,
      DnsFault.WRONG_ID,
      DnsFault.WRONG_QUESTION,
      DnsFault.NOT_AUTHORITATIVE,
      DnsFault.NO_EDNS,
      DnsFault.BOGUS,
      DnsFault.SILENCE,
      DnsFault.FORMERR,
      DnsFault.NOTIMP
    };
    Map<String, String> aliases =
        Map.of(
            "s1._domainkey", "k7w2m9pqr4t6c3xzb5n8vdhjla.dkim.platform.example.",
            "bounce-c", "zxc7vb4nm2lkj5hg3fds6apoiu.bounce.platform.example.");
    for (int number = 0; number < 40; number++) {
      try (DnsWorld world = DnsWorld.healthy("tea.example", "platform.example", aliases)) {
        for (String server : List.of("127.0.0.1", "127.0.0.4", "127.0.0.5")) {
          if (random.nextInt(2) == 0) {
            world.server(server).always(faults[random.nextInt(faults.length)]);
          }
        }
        assertThat(examine(world, aliases).verdict())
            .as("world %s", number)
            .isNotEqualTo(Verdict.PENDING);
      }
    }
  }

  private static DomainReport examine(DnsWorld world, Map<String, String> aliases) {
    world.start();
    List<ExpectedRecord> records = new ArrayList<>();
    aliases.forEach(
        (name, target) ->
            records.add(
                ExpectedRecord.cname(new DnsName(name + ".tea.example"), DnsName.of(target))));
    DnsSettings settings =
        DnsSettings.of(world.recursive().address())
            .authoritativePort(world.port())
            .timeout(Duration.ofMillis(100), 1);
    try (DnsClient client = DnsClient.open(settings)) {
      return new DomainExaminer(client, false, Clock.systemUTC(), new SplittableRandom(1))
          .examine(DnsName.of("tea.example"), records)
          .join();
    }
  }
}
