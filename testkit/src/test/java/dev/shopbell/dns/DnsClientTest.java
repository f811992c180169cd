package dev.shopbell.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import dev.shopbell.dns.DnsAnswer.NoSuchRecord;
import dev.shopbell.testkit.dns.DnsFault;
import dev.shopbell.testkit.dns.DnsWorld;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("domain-07")
@Timeout(60)
class DnsClientTest {
  @AutoClose
  private final DnsWorld world =
      new DnsWorld()
          .zone("annstea.example", "@ MX 10 mail\nmail A 192.0.2.25\na CNAME gone.nosuch.example.");

  private DnsAnswer ask(String name, RecordType type) {
    try (DnsClient client = client("127.0.0.1")) {
      return client.ask(question(name, type)).join();
    }
  }

  private DnsClient client(String... resolvers) {
    for (String resolver : resolvers) {
      world.recursive(resolver);
    }
    world.start();
    return DnsClient.open(
        DnsSettings.of(world.recursive().address())
            .resolvers(List.of(resolvers).stream().map(one -> world.server(one).address()).toList())
            .timeout(Duration.ofMillis(200), 2));
  }

  private static DnsQuestion question(String name, RecordType type) {
    return new DnsQuestion(DnsServer.RECURSIVE, new DnsName(name), type);
  }

  @Test
  void tellsFourAnswersApart() {
    assertThat(ask("mail.annstea.example", RecordType.A)).isInstanceOf(Found.class);
    assertThat(ask("mail.annstea.example", RecordType.TXT)).isInstanceOf(NoSuchRecord.class);
    assertThat(ask("none.annstea.example", RecordType.A)).isInstanceOf(NoSuchName.class);
    world.recursive().always(DnsFault.SERVFAIL);
    assertThat(ask("mail.annstea.example", RecordType.A))
        .isEqualTo(new CouldNotAsk(Failure.SERVER_FAILURE));
  }

  @Test
  void aNameWhoseAliasLeadsNowhereExists() {
    assertThat(ask("a.annstea.example", RecordType.A)).isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void aNameThatTheDnsCannotHoldDoesNotExist() {
    assertThat(ask("x".repeat(64) + ".example", RecordType.A)).isInstanceOf(NoSuchName.class);
    assertThat(world.recursive().asked()).isZero();
  }

  @Test
  void asksTheNextResolverWhereOneFailsOrIsSilent() {
    try (DnsClient client = client("127.0.0.7", "127.0.0.8")) {
      for (DnsFault fault :
          List.of(DnsFault.SERVFAIL, DnsFault.REFUSED, DnsFault.SILENCE, DnsFault.GARBAGE)) {
        world.server("127.0.0.7").always(fault);
        assertThat(client.ask(question("mail.annstea.example", RecordType.A)).join())
            .isInstanceOf(Found.class);
      }
    }
  }

  @Test
  void answersEachOfManyMoreThanMayBeUnderWay() {
    world.start();
    try (DnsClient client =
        DnsClient.open(DnsSettings.of(world.recursive().address()).inFlight(3))) {
      List<CompletableFuture<DnsAnswer>> answers =
          IntStream.range(0, 500)
              .mapToObj(i -> client.ask(question("mail.annstea.example", RecordType.A)))
              .toList();
      assertThat(answers).allSatisfy(one -> assertThat(one.join()).isInstanceOf(Found.class));
    }
  }

  @Test
  void silentServersOfAZoneKeepNoResolverFromAnswering() throws IOException {
    world.start();
    try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        DnsClient client =
            DnsClient.open(
                DnsSettings.of(world.recursive().address())
                    .authoritativePort(silent.getLocalPort())
                    .timeout(Duration.ofSeconds(60), 1)
                    .inFlight(3))) {
      List<CompletableFuture<DnsAnswer>> unanswered =
          IntStream.range(0, 50).mapToObj(i -> client.ask(toZone(silent))).toList();
      assertThat(client.ask(question("mail.annstea.example", RecordType.A)).join())
          .isInstanceOf(Found.class);
      assertThat(unanswered).noneMatch(CompletableFuture::isDone);
    }
  }

  private static DnsQuestion toZone(DatagramSocket server) {
    return new DnsQuestion(
        DnsServer.authoritative(server.getLocalAddress()),
        new DnsName("mail.annstea.example"),
        RecordType.A);
  }

  @Test
  void refusesTrustAnchorsThatAreNone() {
    world.start();
    DnsSettings settings = DnsSettings.of(world.recursive().address());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DnsClient.open(settings.trustAnchors("what is this", Clock.systemUTC())))
        .withMessageContaining("not DS or DNSKEY records");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DnsClient.open(settings.resolvers(List.of())))
        .withMessageContaining("there is no DNS resolver");
  }
}
