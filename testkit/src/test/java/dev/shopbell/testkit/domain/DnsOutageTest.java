package dev.shopbell.testkit.domain;

import static dev.shopbell.testkit.domain.BrandPlatform.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsName;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainTokens;
import dev.shopbell.domain.DomainVerifier;
import dev.shopbell.domain.Domains;
import dev.shopbell.domain.RecordSet;
import dev.shopbell.store.StoreId;
import dev.shopbell.testkit.dns.DnsFault;
import dev.shopbell.testkit.dns.DnsWorld;
import dev.shopbell.testkit.dns.ScriptedDnsServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the DNS does for a while, no verified domain is taken back by it. */
@Tag("domain-07")
@Tag("domain-12")
class DnsOutageTest {
  private static final List<String> SERVERS =
      List.of("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5");
  private static final List<DnsFault> FAULTS =
      List.of(
          DnsFault.SERVFAIL,
          DnsFault.REFUSED,
          DnsFault.TRUNCATED,
          DnsFault.NOTIMP,
          DnsFault.FORMERR,
          DnsFault.GARBAGE,
          DnsFault.BOGUS,
          DnsFault.NOT_AUTHORITATIVE,
          DnsFault.NO_EDNS,
          DnsFault.SILENCE);

  private final BrandPlatform platform =
      new BrandPlatform(new DnsWorld().zone("shops.example", "", "127.0.0.4", "127.0.0.5"));

  /** Does not wait as long for a silent server as the client does. */
  private final Dns hasty =
      question ->
          platform
              .client
              .ask(question)
              .completeOnTimeout(new CouldNotAsk(Failure.TIMEOUT), 40, TimeUnit.MILLISECONDS);

  @AfterEach
  void close() {
    platform.close();
  }

  /** A set-up as the verifier makes it, of a domain that is not asked whether it receives mail. */
  private DomainClaim claim(DomainName domain) {
    Instant since = platform.clock.instant().minus(Duration.ofDays(9));
    return new DomainClaim(
        TEA,
        domain,
        new DomainClaim.Basis("k1", Optional.empty()),
        DomainState.EFFECTIVE,
        since,
        new DomainClaim.Checks(platform.clock.instant(), since, 1, 0, Optional.empty()),
        List.of(),
        0);
  }

  /** That many verified domains, all of them due. */
  private void verified(int count) {
    StringBuilder mail = new StringBuilder("mail A 192.0.2.25\n");
    IntStream.range(0, count).forEach(i -> mail.append("d").append(i).append(" MX 10 mail\n"));
    platform.world.add("shops.example", mail.toString());
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < count; i++) {
      EmailAddress mailbox = EmailAddress.of("ann@d" + i + ".shops.example");
      DomainSetup setup = (DomainSetup) platform.verifier().setupNow(TEA, mailbox);
      records.append(BrandPlatform.lines(setup));
      platform.registry.save(claim(mailbox.domain()));
    }
    platform.world.add("shops.example", records.toString());
  }

  private List<DomainClaim> claims() {
    return platform.registry.due(Instant.MAX, 10_000);
  }

  private void nothingHasChanged() {
    assertThat(platform.changes).isEmpty();
    assertThat(claims())
        .allMatch(claim -> claim.state() == DomainState.EFFECTIVE)
        .allMatch(claim -> claim.checks().failures() == 0);
  }

  private void kill() {
    SERVERS.forEach(address -> platform.world.server(address).kill());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 300, 599})
  void theServersDieInTheMiddleOfALookAt200Domains(int after) {
    verified(200);
    AtomicInteger asked = new AtomicInteger();
    Dns dying =
        question -> {
          if (asked.incrementAndGet() == after) {
            kill();
          }
          return platform.client.ask(question);
        };
    Domains domains = platform.domains(platform.builder(BrandPlatform.keys()).dns(dying).build());

    assertThat(domains.lookAtDue(1_000).join()).isEqualTo(200);

    assertThat(asked.get()).isGreaterThan(after);
    nothingHasChanged();
    assertThat(claims()).allMatch(claim -> claim.checks().next().isAfter(platform.clock.instant()));
    SERVERS.forEach(address -> platform.world.server(address).start());
    platform.run(domains, Duration.ofHours(2));
    nothingHasChanged();
    assertThat(claims())
        .as("back at a look a day")
        .allMatch(
            claim ->
                claim.checks().next().isAfter(platform.clock.instant().plus(Duration.ofHours(5))));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void faultsComeAndGoForTenDays(long seed) {
    Random random = new Random(seed);
    verified(5);
    List<String> names = namesThatAreAsked();
    Domains domains = platform.domains(platform.builder(BrandPlatform.keys()).dns(hasty).build());
    for (int hour = 0; hour < 240; hour += 3) {
      platform.world.recursive().reset();
      SERVERS.forEach(address -> platform.world.server(address).reset());
      for (int faults = random.nextInt(6); faults > 0; faults--) {
        spoil(random, names);
      }
      platform.run(domains, Duration.ofHours(3));
    }
    assertThat(platform.verdicts).contains(Verdict.UNKNOWN);
    nothingHasChanged();
  }

  private List<String> namesThatAreAsked() {
    List<String> names =
        new ArrayList<>(List.of(".", "shops.example", "platform.example", "ns1.shops.example"));
    for (DomainClaim claim : claims()) {
      names.add(claim.domain().value());
      EmailAddress mailbox = new EmailAddress("ann", claim.domain());
      DomainSetup setup = (DomainSetup) platform.verifier().setupNow(TEA, mailbox);
      for (ExpectedRecord record : setup.records()) {
        names.add(record.name().value());
        names.add(record.value());
      }
    }
    return names;
  }

  private void spoil(Random random, List<String> names) {
    ScriptedDnsServer server = platform.world.server(SERVERS.get(random.nextInt(SERVERS.size())));
    DnsFault fault = FAULTS.get(random.nextInt(FAULTS.size()));
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(3)) {
      case 0 -> server.always(fault);
      case 1 -> server.below(name, fault);
      default -> server.at(name, fault.times(1 + random.nextInt(3)));
    }
  }

  @Test
  void twoMachinesThatFindTheSameDueLookAtEachDomainOnce() throws Exception {
    verified(50);
    DomainRegistry together = new Together(platform.registry, new CyclicBarrier(2));
    CompletableFuture<Integer> other = new CompletableFuture<>();
    Thread machine = new Thread(() -> other.completeAsync(() -> looks(together), Runnable::run));
    machine.start();
    int own = looks(together);

    assertThat(own + other.get()).isEqualTo(50);
    assertThat(claims()).allMatch(claim -> claim.version() == 3);
    machine.join();
  }

  private int looks(DomainRegistry registry) {
    DomainVerifier verifier = platform.builder(BrandPlatform.keys()).registry(registry).build();
    return platform.domains(verifier).lookAtDue(1_000).join();
  }

  /** Gives what is due only when both machines have asked for it. */
  private record Together(DomainRegistry registry, CyclicBarrier both) implements DomainRegistry {
    @Override
    public List<DomainClaim> due(Instant now, int most) {
      List<DomainClaim> due = registry.due(now, most);
      try {
        both.await(60, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
      return due;
    }

    @Override
    public Optional<DomainClaim> find(StoreId store, DomainName domain) {
      return registry.find(store, domain);
    }

    @Override
    public List<DomainClaim> claims(DomainName domain) {
      return registry.claims(domain);
    }

    @Override
    public boolean save(DomainClaim claim) {
      return registry.save(claim);
    }
  }

  @Test
  void aRecordSetThatFailsForOneDomainKeepsNoOtherFromBeingLookedAt() {
    verified(3);
    RecordSet broken =
        new RecordSet() {
          @Override
          public List<ExpectedRecord> records(DomainName domain, DomainTokens tokens) {
            if (domain.value().startsWith("d1.")) {
              throw new IllegalStateException("a plug-in's own fault");
            }
            return List.of(ExpectedRecord.txt(new DnsName("t." + domain), tokens.token("t", 9)));
          }

          @Override
          public Optional<DomainName> returnPath(DomainName domain, DomainTokens tokens) {
            return Optional.empty();
          }
        };
    Domains domains =
        platform.domains(platform.builder(BrandPlatform.keys()).records(broken).build());

    assertThat(domains.lookAtDue(9).join()).isEqualTo(3);
    assertThat(platform.verdicts).containsExactly(Verdict.PENDING, Verdict.PENDING);
    assertThat(claims()).filteredOn(claim -> claim.checks().failures() == 0).hasSize(1);
    assertThat(claims()).allMatch(claim -> claim.checks().next().isAfter(platform.clock.instant()));
  }

  @Test
  void aZoneThatNobodyHostsAnymoreIsNotTakenForMissingRecords() {
    verified(1);
    platform.world.server("127.0.0.4").kill();
    platform.world.server("127.0.0.5").kill();
    platform.run(platform.domains(), Duration.ofDays(9));
    nothingHasChanged();
  }
}
