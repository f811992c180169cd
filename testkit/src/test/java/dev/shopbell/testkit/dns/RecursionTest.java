package dev.shopbell.testkit.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class RecursionTest {
  private static final String ANNS_TEA =
      """
      @    SOA   ns1 hostmaster 1 3600 600 86400 60
      www  CNAME shop.platform.example.
      lost CNAME nowhere.platform.example.
      ring CNAME ring.platform.example.
      """;
  private static final String PLATFORM =
      """
      shop 30 A     192.0.2.1
      ring    CNAME ring.annstea.example.
      """;

  private final DnsWorld world =
      new DnsWorld()
          .zone("platform.example", PLATFORM, "127.0.0.3")
          .zone("annstea.example", ANNS_TEA, "127.0.0.4", "127.0.0.5")
          .start();
  private final Client client = Client.recursive(world);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void followsAliasesFromZoneToZone() {
    Message message = client.ask("www.annstea.example", Type.A);
    assertThat(message.getHeader().getFlag(Flags.RA)).isTrue();
    assertThat(message.getHeader().getFlag(Flags.RD)).isTrue();
    assertThat(message.getHeader().getFlag(Flags.AA)).isFalse();
    assertThat(Client.records(message, Section.ANSWER))
        .containsExactly(
            "www.annstea.example. 300 CNAME shop.platform.example.",
            "shop.platform.example. 30 A 192.0.2.1");
  }

  @Test
  void saysThatThereIsNoSuchNameWithTheSoaOfTheZoneThatKnows() {
    Message message = client.ask("lost.annstea.example", Type.A);
    assertThat(message.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(message.getSection(Section.ANSWER)).hasSize(1);
    assertThat(Client.records(message, Section.AUTHORITY))
        .singleElement()
        .asString()
        .startsWith("platform.example. 300 SOA ");
    assertThat(client.ask("x.nowhere.test", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void failsWhereAliasesGoInARing() {
    assertThat(client.ask("ring.annstea.example", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(client.answers("ring.annstea.example", Type.CNAME)).hasSize(1);
  }

  @Test
  void goesToTheNextServerAndFailsWhenThereIsNone() {
    world.server("127.0.0.4").kill();
    assertThat(client.answers("www.annstea.example", Type.A)).hasSize(2);
    world.server("127.0.0.5").below("annstea.example", DnsFault.SERVFAIL);
    assertThat(client.ask("www.annstea.example", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(client.ask("shop.platform.example", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
    world.server("127.0.0.4").start();
    assertThat(client.answers("www.annstea.example", Type.A)).hasSize(2);
  }

  @Test
  void asksNobodyOverTheNetwork() {
    client.ask("www.annstea.example", Type.A);
    assertThat(world.server("127.0.0.4").asked()).isZero();
    assertThat(world.recursive().asked("www.annstea.example", "A")).isOne();
  }

  @Test
  void remembersThatANameWasMissing() {
    world.recursive().remembersNoName("new.annstea.example", 42);
    world.add("annstea.example", "new CNAME shop.platform.example.");
    Message stale = client.ask("new.annstea.example", Type.CNAME);
    assertThat(stale.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(stale.getSection(Section.AUTHORITY).get(0).getTTL()).isEqualTo(42);
    assertThat(stale.getSection(Section.AUTHORITY).get(0).getName())
        .hasToString("annstea.example.");
    assertThat(Client.of(world.server("127.0.0.4")).answers("new.annstea.example", Type.CNAME))
        .hasSize(1);
    world.recursive().reset();
    assertThat(client.answers("new.annstea.example", Type.CNAME)).hasSize(1);
  }

  @Test
  void remembersThatARecordWasMissing() {
    world.recursive().remembersNoRecord("www.annstea.example", "CNAME", 7);
    Message stale = client.ask("www.annstea.example", Type.CNAME);
    assertThat(stale.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(stale.getSection(Section.ANSWER)).isEmpty();
    assertThat(stale.getSection(Section.AUTHORITY).get(0).getTTL()).isEqualTo(7);
  }

  @Test
  void remembersAnOldAliasAndFollowsIt() {
    world.recursive().remembers("www.annstea.example 90 CNAME old.platform.example");
    world.add("platform.example", "old A 192.0.2.77");
    assertThat(client.answers("www.annstea.example", Type.A))
        .isEqualTo(
            List.of(
                "www.annstea.example. 90 CNAME old.platform.example.",
                "old.platform.example. 300 A 192.0.2.77"));
  }

  @Test
  void twoRecursiveServersHaveEachTheirMemory() {
    world.recursive("127.0.0.8").remembersNoName("www.annstea.example", 10);
    assertThat(client.answers("www.annstea.example", Type.CNAME)).hasSize(1);
  }

  @Test
  void anAuthoritativeServerRemembersNothing() {
    assertThatThrownBy(() -> world.server("127.0.0.4").remembersNoName("a.example", 1))
        .hasMessage("The server at 127.0.0.4 is not recursive and remembers nothing");
  }
}
