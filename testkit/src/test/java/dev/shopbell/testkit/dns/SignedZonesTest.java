package dev.shopbell.testkit.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.ValidatingResolver;

class SignedZonesTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String ANNS_TEA =
      """
      @      MX    10 Mail
      mail   A     192.0.2.25
      www    CNAME mail
      away   CNAME www.platform.example.
      aside  CNAME www.plain.example.
      lost   CNAME nowhere.platform.example.
      a.b    TXT   "deep"
      *.wild A     192.0.2.7
      x.wild TXT   "x"
      ns.far A     192.0.2.53
      """;

  private final DnsWorld world =
      new DnsWorld()
          .zone("annstea.example", ANNS_TEA, "127.0.0.3")
          .zone("platform.example", "www A 192.0.2.1", "127.0.0.4")
          .zone("plain.example", "www A 192.0.2.2", "127.0.0.5")
          .zone("shop.annstea.example", "www A 192.0.2.3", "127.0.0.5")
          .signed("annstea.example")
          .signed("platform.example")
          .start();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({
    "annstea.example, MX, NOERROR",
    "annstea.example, SOA, NOERROR",
    "annstea.example, NS, NOERROR",
    "annstea.example, DNSKEY, NOERROR",
    "annstea.example, DS, NOERROR",
    "www.annstea.example, A, NOERROR",
    "www.annstea.example, CNAME, NOERROR",
    "away.annstea.example, A, NOERROR",
    "lost.annstea.example, A, NXDOMAIN",
    "mail.annstea.example, TXT, NOERROR",
    "www.annstea.example, TXT, NOERROR",
    "b.annstea.example, A, NOERROR",
    "far.annstea.example, A, NOERROR",
    "q.wild.annstea.example, A, NOERROR",
    "q.wild.annstea.example, MX, NOERROR",
    "q.x.wild.annstea.example, A, NXDOMAIN",
    "nowhere.annstea.example, A, NXDOMAIN",
    "zzz.annstea.example, A, NXDOMAIN",
    "aaa.aaa.aaa.annstea.example, A, NXDOMAIN",
    "nowhere.example, A, NXDOMAIN",
    "nowhere, A, NXDOMAIN",
    "shop.annstea.example, DS, NOERROR"
  })
  void whatIsGoodIsSecure(String name, String type, String rcode) throws IOException {
    Message message = validated(name, Type.value(type));
    assertThat(Rcode.string(message.getRcode())).isEqualTo(rcode);
    assertThat(message.getHeader().getFlag(Flags.AD)).isTrue();
    Message trusted = checkedHere(name, Type.value(type));
    assertThat(Rcode.string(trusted.getRcode())).isEqualTo(rcode);
    assertThat(trusted.getHeader().getFlag(Flags.AD)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "www.plain.example, A, NOERROR",
    "www.shop.annstea.example, A, NOERROR",
    "nowhere.shop.annstea.example, A, NXDOMAIN",
    "aside.annstea.example, A, NOERROR"
  })
  void whatIsNotSignedIsInsecure(String name, String type, String rcode) throws IOException {
    Message message = validated(name, Type.value(type));
    assertThat(Rcode.string(message.getRcode())).isEqualTo(rcode);
    assertThat(message.getHeader().getFlag(Flags.AD)).isFalse();
    assertThat(checkedHere(name, Type.value(type)).getHeader().getFlag(Flags.AD)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(SignatureFlaw.class)
  void aFlawOfTheZoneMakesAllOfItBogus(SignatureFlaw flaw) throws IOException {
    world.flawed("annstea.example", flaw);
    assertThat(validated("mail.annstea.example", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(validated("nowhere.annstea.example", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(validated("www.platform.example", Type.A).getHeader().getFlag(Flags.AD)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(SignatureFlaw.class)
  void aFlawOfOneNameMakesThatNameBogus(SignatureFlaw flaw) throws IOException {
    world.flawed("mail.annstea.example", flaw);
    assertThat(validated("mail.annstea.example", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(validated("annstea.example", Type.MX).getHeader().getFlag(Flags.AD)).isTrue();
  }

  @Test
  void severalAliasesOfOneNameAreSignedTogether() {
    world.add("annstea.example", "www CNAME away");
    Message message = askSigned(world.server("127.0.0.3"), "www.annstea.example", Type.CNAME);
    assertThat(message.getSection(Section.ANSWER)).hasSize(3);
  }

  @Test
  void aValidatingServerFailsForWhatIsBogusUnlessCheckingIsDisabled() throws IOException {
    world.flawed("annstea.example", SignatureFlaw.EXPIRED);
    Message failed = checkedHere("mail.annstea.example", Type.A);
    assertThat(failed.getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(failed.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR)).isNotEmpty();
    Message unchecked = Client.query("mail.annstea.example", Type.A);
    unchecked.getHeader().setFlag(Flags.CD);
    assertThat(Client.recursive(world).send(unchecked).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void aValidatingServerDoesNotCheckWhatItRemembers() throws IOException {
    world.recursive().remembersNoName("www.annstea.example", 9);
    assertThat(checkedHere("www.annstea.example", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
  }

  @Test
  void anAuthoritativeServerValidatesNothing() {
    assertThatThrownBy(() -> world.server("127.0.0.3").validating())
        .hasMessage("The server at 127.0.0.3 is not recursive and validates nothing");
  }

  @Test
  void signaturesComeOnlyToThoseWhoAskForThem() {
    ScriptedDnsServer server = world.server("127.0.0.3");
    assertThat(Client.of(server).answers("mail.annstea.example", Type.A)).hasSize(1);
    assertThat(types(askSigned(server, "mail.annstea.example", Type.A), Section.ANSWER))
        .containsExactly(Type.A, Type.RRSIG);
    assertThat(types(Client.of(server).ask("no.annstea.example", Type.A), Section.AUTHORITY))
        .containsExactly(Type.SOA);
  }

  @Test
  void aReferralHasTheParentsWordOnWhetherTheChildIsSigned() {
    Message secure = askSigned(world.server("127.0.0.2"), "mail.annstea.example", Type.A);
    assertThat(types(secure, Section.AUTHORITY)).contains(Type.NS, Type.DS, Type.RRSIG);
    Message insecure = askSigned(world.server("127.0.0.2"), "www.plain.example", Type.A);
    assertThat(types(insecure, Section.AUTHORITY)).contains(Type.NS, Type.NSEC, Type.RRSIG);
  }

  private Message validated(String name, int type) throws IOException {
    ValidatingResolver resolver =
        new ValidatingResolver(Client.recursive(world).edns(1232).resolver(), CLOCK);
    resolver.loadTrustAnchors(
        new ByteArrayInputStream(world.trustAnchor().getBytes(StandardCharsets.US_ASCII)));
    return resolver.send(Client.query(name, type));
  }

  /** What a validating server says, to somebody who asks whether it is authentic. */
  private Message checkedHere(String name, int type) throws IOException {
    world.recursive().validating();
    Message query = Client.query(name, type);
    query.getHeader().setFlag(Flags.AD);
    return Client.recursive(world).edns(1232).send(query);
  }

  private static Message askSigned(ScriptedDnsServer server, String name, int type) {
    Client client = Client.of(server);
    client.resolver().setEDNS(0, 1232, ExtendedFlags.DO, List.of());
    return client.ask(name, type);
  }

  private static List<Integer> types(Message message, int section) {
    return message.getSection(section).stream().map(Record::getType).toList();
  }
}
