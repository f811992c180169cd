package dev.shopbell.testkit.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsWorldTest {
  private final DnsWorld world =
      DnsWorld.healthy(
          "annstea.example",
          "platform.example",
          Map.of(
              "s1._domainkey", "k1.dkim.platform.example",
              "s2._domainkey", "k2.dkim.platform.example",
              "bounce", "b1.bounce.platform.example"));

  @AfterEach
  void close() {
    world.close();
  }

  private Client recursive() {
    return Client.recursive(world);
  }

  @Test
  void aHealthyWorldHasTheRecordsAndWhatTheyPointTo() {
    world.start();
    assertThat(recursive().answers("s1._domainkey.annstea.example", Type.CNAME)).hasSize(1);
    assertThat(recursive().answers("s1._domainkey.annstea.example", Type.TXT))
        .hasSize(2)
        .last()
        .asString()
        .contains("k1.dkim.platform.example. 300 TXT \"v=DKIM1; k=rsa; p=");
    assertThat(recursive().answers("bounce.annstea.example", Type.MX)).hasSize(2);
    assertThat(recursive().answers("annstea.example", Type.MX)).hasSize(1);
  }

  @Test
  void theNameServersOfAZoneLeadToTheServersThatHoldIt() {
    world.start();
    assertThat(recursive().answers("annstea.example", Type.NS))
        .containsExactly(
            "annstea.example. 300 NS ns1.annstea.example.",
            "annstea.example. 300 NS ns2.annstea.example.");
    assertThat(recursive().answers("ns2.annstea.example", Type.A))
        .containsExactly("ns2.annstea.example. 300 A 127.0.0.5");
    assertThat(world.server("127.0.0.5").address().getPort()).isEqualTo(world.port());
  }

  @Test
  void aNameServerElsewhereGetsItsAddressThere() {
    world.zone("brewer.example", "@ NS vip1.dns.test.", "127.0.0.6").start();
    assertThat(recursive().answers("vip1.dns.test", Type.A))
        .containsExactly("vip1.dns.test. 300 A 127.0.0.6");
    assertThat(recursive().ask("www.brewer.example", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void aZoneBelowAnotherIsDelegated() {
    world.zone("shop.annstea.example", "www A 192.0.2.7", "127.0.0.6").start();
    Message referral = Client.of(world.server("127.0.0.4")).ask("www.shop.annstea.example", Type.A);
    assertThat(Client.records(referral, Section.AUTHORITY))
        .containsExactly("shop.annstea.example. 300 NS ns1.shop.annstea.example.");
    assertThat(recursive().answers("www.shop.annstea.example", Type.A)).hasSize(1);
  }

  @Test
  void theServersOfAZoneMayDisagree() {
    world.zone("annstea.example", "www A 192.0.2.8", "127.0.0.5").start();
    assertThat(Client.of(world.server("127.0.0.5")).answers("www.annstea.example", Type.A))
        .hasSize(1);
    assertThat(Client.of(world.server("127.0.0.4")).ask("www.annstea.example", Type.A).getRcode())
        .isEqualTo(Rcode.NXDOMAIN);
    assertThat(recursive().answers("annstea.example", Type.NS)).hasSize(2);
  }

  @Test
  void aZoneIsChangedWhileItIsServed() {
    world.start();
    assertThat(recursive().answers("www.annstea.example", Type.A)).isEmpty();
    world.add("annstea.example", "www A 192.0.2.8");
    assertThat(recursive().answers("www.annstea.example", Type.A)).hasSize(1);
    world.zone("annstea.example", "", "127.0.0.4", "127.0.0.5");
    assertThat(recursive().answers("www.annstea.example", Type.A)).isEmpty();
  }

  @Test
  void aLameServerRefusesAndTheOthersAnswer() {
    world.lame("annstea.example", "127.0.0.6").start();
    assertThat(recursive().answers("annstea.example", Type.NS)).hasSize(3);
    assertThat(Client.of(world.server("127.0.0.6")).ask("annstea.example", Type.MX).getRcode())
        .isEqualTo(Rcode.REFUSED);
    assertThat(recursive().answers("annstea.example", Type.MX)).hasSize(1);
  }

  @Test
  void aDelegationThatIsLameAsAWholeFails() {
    world.lame("gone.example", "127.0.0.6").start();
    Message referral = Client.of(world.server("127.0.0.2")).ask("gone.example", Type.MX);
    assertThat(Client.records(referral, Section.AUTHORITY))
        .containsExactly("gone.example. 300 NS ns1.gone.example.");
    assertThat(recursive().ask("gone.example", Type.MX).getRcode()).isEqualTo(Rcode.SERVFAIL);
  }

  @Test
  void aServerMayBeBothRecursiveAndAuthoritative() {
    world.zone("plain.example", "www A 192.0.2.1", "127.0.0.1").start();
    Message own = recursive().ask("www.plain.example", Type.A);
    assertThat(own.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(own.getHeader().getFlag(Flags.RA)).isTrue();
    assertThat(Client.of(world.recursive()).answers("www.plain.example", Type.A)).hasSize(1);
    assertThat(recursive().answers("annstea.example", Type.MX)).hasSize(1);
  }

  @Test
  void aServerAddedAfterTheStartListens() {
    world.start();
    world.zone("late.example", "www A 192.0.2.1", "127.0.0.9");
    assertThat(Client.of(world.server("127.0.0.9")).answers("www.late.example", Type.A)).hasSize(1);
  }

  @Test
  void aPortMayBeGiven() {
    world.start();
    int port = world.port();
    world.close();
    try (DnsWorld other = new DnsWorld().start(port)) {
      assertThat(other.port()).isEqualTo(port);
      assertThatThrownBy(() -> new DnsWorld().start(port))
          .hasMessageStartingWith("Cannot listen at 127.0.0.")
          .hasMessageContaining(" port " + port);
    }
  }

  @Test
  void namesWhatIsWrongInATextOrAnAddress() {
    assertThatThrownBy(() -> world.zone("a.example", "www A"))
        .hasMessageStartingWith("The text of zone a.example. is no zone file: ");
    assertThatThrownBy(() -> world.zone("a.example", "www.b.example. A 192.0.2.1"))
        .hasMessage(
            "The text of zone a.example. has a record at www.b.example.; leave out the final dot,"
                + " or put it in its own zone");
    assertThatThrownBy(() -> world.zone("a..example", ""))
        .hasMessage("\"a..example\" is not a domain name");
    assertThatThrownBy(() -> world.zone("a.example", "", "10.0.0.1"))
        .hasMessage("\"10.0.0.1\" is not an address of a server here; write one such as 127.0.0.3");
    assertThatThrownBy(() -> world.add("b.example", "www A 192.0.2.1"))
        .hasMessage("There is no zone b.example. yet; give it with zone(...)");
    assertThatThrownBy(() -> world.recursive().at("a.example", "MAIL", DnsFault.SILENCE))
        .hasMessage("\"MAIL\" is not a record type; write one such as CNAME or MX");
    assertThatThrownBy(world::port).hasMessageContaining("call start() of its world first");
  }
}
