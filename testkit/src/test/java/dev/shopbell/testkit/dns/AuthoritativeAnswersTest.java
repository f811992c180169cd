package dev.shopbell.testkit.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class AuthoritativeAnswersTest {
  private static final String ZONE =
      """
      @      3600 SOA   ns1 hostmaster 7 3600 600 86400 60
      @           MX    10 mail
      mail   120  A     192.0.2.25
      www         CNAME mail
      away        CNAME mail.platform.example.
      a.b.c       TXT   "deep"
      *.wild      CNAME mail
      *.text      A     192.0.2.8
      real.text   TXT   "real"
      both        CNAME mail
      both        TXT   "beside"
      two         CNAME mail
      two         CNAME away
      ring1       CNAME ring2
      ring2       CNAME ring1
      shop        NS    ns1.shop
      ns1.shop    A     127.0.0.9
      """;

  private static DnsWorld world;
  private static Client client;

  @BeforeAll
  static void start() {
    world = new DnsWorld().zone("annstea.example", ZONE, "127.0.0.3").start();
    client = Client.of(world.server("127.0.0.3"));
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void answersWithAuthorityAndTheRecordsOwnTtl() {
    Message message = client.ask("mail.annstea.example", Type.A);
    assertThat(message.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(message.getHeader().getFlag(Flags.RA)).isFalse();
    assertThat(Client.records(message, Section.ANSWER))
        .containsExactly("mail.annstea.example. 120 A 192.0.2.25");
  }

  @Test
  void answersWhateverTheCaseOfTheName() {
    assertThat(client.answers("MAIL.AnnsTea.eXample", Type.A)).hasSize(1);
  }

  @Test
  void followsAnAliasInsideTheZone() {
    assertThat(client.answers("www.annstea.example", Type.A))
        .containsExactly(
            "www.annstea.example. 300 CNAME mail.annstea.example.",
            "mail.annstea.example. 120 A 192.0.2.25");
    assertThat(client.answers("www.annstea.example", Type.CNAME)).hasSize(1);
  }

  @Test
  void leavesAnAliasThatLeadsOutOfTheZone() {
    Message message = client.ask("away.annstea.example", Type.A);
    assertThat(Client.records(message, Section.ANSWER))
        .containsExactly("away.annstea.example. 300 CNAME mail.platform.example.");
    assertThat(message.getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void endsAnAliasThatGoesInARing() {
    assertThat(client.answers("ring1.annstea.example", Type.A)).isNotEmpty();
  }

  @Test
  void saysThatThereIsNoSuchNameWithTheLesserTtlOfTheSoa() {
    Message message = client.ask("nowhere.annstea.example", Type.CNAME);
    assertThat(message.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(message.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(Client.records(message, Section.AUTHORITY))
        .containsExactly(
            "annstea.example. 60 SOA ns1.annstea.example. hostmaster.annstea.example. 7 3600 600 86400 60");
  }

  @Test
  void saysThatThereIsNoSuchRecordWithTheSoa() {
    assertNoData("mail.annstea.example", Type.MX);
  }

  @Test
  void anEmptyNonTerminalExists() {
    assertNoData("b.c.annstea.example", Type.A);
    assertNoData("c.annstea.example", Type.A);
  }

  @Test
  void aWildcardAnswersForWhatDoesNotExist() {
    assertThat(client.answers("x.y.text.annstea.example", Type.A))
        .containsExactly("x.y.text.annstea.example. 300 A 192.0.2.8");
    assertThat(client.answers("q.wild.annstea.example", Type.A))
        .containsExactly(
            "q.wild.annstea.example. 300 CNAME mail.annstea.example.",
            "mail.annstea.example. 120 A 192.0.2.25");
    assertNoData("x.text.annstea.example", Type.TXT);
  }

  @Test
  void aWildcardDoesNotAnswerForOrBelowWhatExists() {
    assertNoData("real.text.annstea.example", Type.A);
    assertThat(client.ask("x.real.text.annstea.example", Type.A).getRcode())
        .isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void refersToADelegatedZoneWithGlueAndWithoutAuthority() {
    Message message = client.ask("www.shop.annstea.example", Type.A);
    assertThat(message.getHeader().getFlag(Flags.AA)).isFalse();
    assertThat(Client.records(message, Section.ANSWER)).isEmpty();
    assertThat(Client.records(message, Section.AUTHORITY))
        .containsExactly("shop.annstea.example. 300 NS ns1.shop.annstea.example.");
    assertThat(Client.records(message, Section.ADDITIONAL))
        .containsExactly("ns1.shop.annstea.example. 300 A 127.0.0.9");
  }

  @Test
  void refusesWhatItDoesNotHold() {
    assertThat(client.ask("platform.example", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void givesWhatStandsBesideAnAliasToWhoeverAsksForIt() {
    assertThat(client.answers("both.annstea.example", Type.TXT))
        .singleElement()
        .asString()
        .startsWith("both.annstea.example. 300 TXT ");
    assertThat(client.answers("both.annstea.example", Type.A)).hasSize(2);
  }

  @Test
  void givesSeveralAliasesOfOneName() {
    assertThat(client.answers("two.annstea.example", Type.CNAME)).hasSize(2);
  }

  @Test
  void givesEverythingToWhoeverAsksForAny() {
    assertThat(client.answers("annstea.example", Type.ANY)).hasSize(3);
  }

  private static void assertNoData(String name, int type) {
    Message message = client.ask(name, type);
    assertThat(message.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(message.getSection(Section.ANSWER)).isEmpty();
    assertThat(message.getSection(Section.AUTHORITY))
        .singleElement()
        .matches(r -> r.getType() == Type.SOA && r.getTTL() == 60);
  }
}
