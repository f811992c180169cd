package dev.shopbell.testkit.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

@Timeout(60)
class DnsFaultTest {
  private static final String MAIL = "mail.annstea.example";
  private static final Duration SHORT = Duration.ofMillis(200);

  private final DnsWorld world =
      new DnsWorld()
          .zone("annstea.example", "mail A 192.0.2.25\nmail MX 10 mail\n" + many(60), "127.0.0.4")
          .start();
  private final ScriptedDnsServer server = world.server("127.0.0.4");
  private final Client client = Client.of(server);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"SERVFAIL", "REFUSED", "FORMERR", "NOTIMP", "NXDOMAIN"})
  void saysWhatItWasToldToSay(String code) throws ReflectiveOperationException {
    server.at(MAIL, (DnsFault) DnsFault.class.getField(code).get(null));
    assertThat(client.ask(MAIL, Type.A).getRcode()).isEqualTo(Rcode.value(code));
  }

  @Test
  void mayLeaveOutTheSoaOfANegativeAnswer() {
    server.at(MAIL, DnsFault.EMPTY);
    Message message = client.ask(MAIL, Type.A);
    assertThat(message.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(message.getSection(Section.AUTHORITY)).isEmpty();
  }

  @Test
  void aFaultIsOfANameOfATypeOrOfAllBelow() {
    server.at(MAIL, "MX", DnsFault.SERVFAIL);
    assertThat(rcode("annstea.example", Type.MX)).isEqualTo(Rcode.NOERROR);
    assertThat(rcode(MAIL, Type.A)).isEqualTo(Rcode.NOERROR);
    assertThat(rcode("MAIL.annstea.example", Type.MX)).isEqualTo(Rcode.SERVFAIL);
    server.below("annstea.example", DnsFault.REFUSED);
    assertThat(rcode(MAIL, Type.MX)).isEqualTo(Rcode.REFUSED);
    server.reset();
    assertThat(rcode(MAIL, Type.MX)).isEqualTo(Rcode.NOERROR);
    server.always(DnsFault.NOTIMP);
    assertThat(rcode("anything.test", Type.A)).isEqualTo(Rcode.NOTIMP);
  }

  @Test
  void aFaultMayPassAfterSomeQuestions() {
    server.at(MAIL, DnsFault.SERVFAIL.times(2));
    assertThat(rcode(MAIL, Type.A)).isEqualTo(Rcode.SERVFAIL);
    assertThat(rcode(MAIL, Type.A)).isEqualTo(Rcode.SERVFAIL);
    assertThat(rcode(MAIL, Type.A)).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void keepsSilentAndCountsTheQuestion() {
    server.at(MAIL, DnsFault.SILENCE);
    assertThatThrownBy(() -> client.timeout(SHORT).send(Client.query(MAIL, Type.A)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("imed out");
    assertThat(server.asked()).isOne();
    assertThat(server.asked(MAIL)).isOne();
    assertThat(server.asked(MAIL, "A")).isOne();
    assertThat(server.asked(MAIL, "MX")).isZero();
    assertThat(server.reset().asked()).isZero();
  }

  @Test
  void truncatesASmallAnswerAndGivesItOverTcp() {
    server.at(MAIL, DnsFault.TRUNCATED);
    assertThat(client.answers(MAIL, Type.A)).hasSize(1);
    assertThat(server.askedOverTcp()).isOne();
    Message cut = Client.of(server).ignoringTruncation().ask(MAIL, Type.A);
    assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
    assertThat(cut.getSection(Section.ANSWER)).isEmpty();
  }

  @Test
  void aFaultMayBeOfTcpOnly() {
    server.at(MAIL, DnsFault.SERVFAIL.overTcp());
    assertThat(rcode(MAIL, Type.A)).isEqualTo(Rcode.NOERROR);
    assertThat(client.tcp().ask(MAIL, Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
  }

  @Test
  void cutsALongAnswerToWhatTheClientTakes() {
    assertThat(truncated(0)).isTrue();
    assertThat(truncated(1232)).isFalse();
    assertThat(Client.of(server).edns(0).answers("many.annstea.example", Type.A)).hasSize(60);
    assertThat(server.askedOverTcp()).isOne();
  }

  @Test
  void givesEdnsToThoseWhoHaveItAndNotToOthers() {
    assertThat(client.edns(1232).ask(MAIL, Type.A).getOPT().getPayloadSize()).isEqualTo(1232);
    assertThat(client.edns(0).ask(MAIL, Type.A).getOPT()).isNull();
    server.at(MAIL, DnsFault.NO_EDNS);
    assertThat(client.edns(1232).ask(MAIL, Type.A).getRcode()).isEqualTo(Rcode.FORMERR);
    assertThat(client.edns(0).ask(MAIL, Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void sendsGarbageAnotherIdOrAnotherQuestion() {
    server.at(MAIL, DnsFault.GARBAGE);
    assertThatThrownBy(() -> client.send(Client.query(MAIL, Type.A)))
        .isInstanceOf(IOException.class);
    server.at(MAIL, DnsFault.WRONG_ID);
    assertThatThrownBy(() -> client.tcp().timeout(SHORT).send(Client.query(MAIL, Type.A)))
        .isInstanceOf(IOException.class);
    server.at(MAIL, DnsFault.WRONG_QUESTION);
    assertThatThrownBy(() -> Client.of(server).send(Client.query(MAIL, Type.A)))
        .hasMessageContaining("other.invalid");
  }

  @Test
  void mayDenyItsAuthority() {
    assertThat(client.ask(MAIL, Type.A).getHeader().getFlag(Flags.AA)).isTrue();
    server.at(MAIL, DnsFault.NOT_AUTHORITATIVE);
    assertThat(client.ask(MAIL, Type.A).getHeader().getFlag(Flags.AA)).isFalse();
  }

  @Test
  void answersWhenItIsReleased() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    server.at(MAIL, DnsFault.heldUntil(latch));
    CompletableFuture<Message> held =
        client.resolver().sendAsync(Client.query(MAIL, Type.A)).toCompletableFuture();
    assertThat(rcode("annstea.example", Type.SOA)).isEqualTo(Rcode.NOERROR);
    assertThat(held).isNotDone();
    latch.countDown();
    assertThat(held.get().getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void answersWithThousandsOfRecords() {
    server.at(MAIL, DnsFault.records(3_000));
    assertThat(client.answers(MAIL, Type.A)).hasSize(3_000);
    assertThat(client.answers(MAIL, Type.CNAME)).hasSize(3_000);
    assertThat(client.answers(MAIL, Type.TXT)).hasSize(3_000);
    server.at(MAIL, DnsFault.records(10_000));
    assertThatThrownBy(() -> client.send(Client.query(MAIL, Type.A)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void beginsAnAnswerOverTcpThatNeverEnds() throws IOException {
    server.at(MAIL, DnsFault.ENDLESS);
    assertThat(Client.of(server).ignoringTruncation().ask(MAIL, Type.A).getHeader())
        .matches(h -> h.getFlag(Flags.TC));
    try (Socket socket = connect()) {
      DataInputStream in = ask(socket);
      assertThat(in.readUnsignedShort()).isEqualTo(65_535);
      in.readByte();
      in.readByte();
      world.close();
    }
  }

  @Test
  void failsForABogusNameUnlessCheckingIsDisabled() throws IOException {
    world.recursive().below("annstea.example", DnsFault.BOGUS);
    Client resolver = Client.recursive(world).edns(1232);
    Message message = resolver.ask(MAIL, Type.A);
    assertThat(message.getRcode()).isEqualTo(Rcode.SERVFAIL);
    assertThat(message.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR))
        .singleElement()
        .matches(o -> ((ExtendedErrorCodeOption) o).getErrorCode() == 6);
    Message unchecked = Client.query(MAIL, Type.A);
    unchecked.getHeader().setFlag(Flags.CD);
    assertThat(resolver.send(unchecked).getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void aDeadServerIsUnreachableAndComesBackOnItsPort() throws IOException {
    InetSocketAddress address = server.address();
    server.kill();
    assertThat(server.address()).isEqualTo(address);
    assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()))
        .isInstanceOf(IOException.class);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(address);
      socket.setSoTimeout(5_000);
      socket.send(new DatagramPacket(new byte[12], 12));
      assertThatThrownBy(() -> socket.receive(new DatagramPacket(new byte[12], 12)))
          .isInstanceOf(PortUnreachableException.class);
    }
    server.start();
    assertThat(client.answers(MAIL, Type.A)).hasSize(1);
  }

  @Test
  void deathEndsConnectionsWhereTheyAre() throws IOException {
    server.at(MAIL, DnsFault.SILENCE);
    try (Socket socket = connect()) {
      DataInputStream in = ask(socket);
      while (server.asked() == 0) {
        Thread.onSpinWait();
      }
      server.kill();
      assertThatThrownBy(in::readUnsignedShort).isInstanceOf(IOException.class);
    }
  }

  @Test
  void takesSeveralQuestionsOnOneConnection() throws IOException {
    try (Socket socket = connect()) {
      for (int i = 0; i < 3; i++) {
        DataInputStream in = ask(socket);
        byte[] octets = in.readNBytes(in.readUnsignedShort());
        assertThat(new Message(octets).getSection(Section.ANSWER)).hasSize(1);
      }
    }
  }

  @Test
  void refusesWhatIsNoQuestion() throws IOException {
    Message update = Client.query(MAIL, Type.A);
    update.getHeader().setOpcode(Opcode.NOTIFY);
    assertThat(client.send(update).getRcode()).isEqualTo(Rcode.NOTIMP);
    byte[] odd = new byte[14];
    odd[5] = 1;
    odd[12] = 63;
    try (Socket socket = connect()) {
      DataInputStream in = send(socket, odd);
      assertThat(new Message(in.readNBytes(in.readUnsignedShort())).getRcode())
          .isEqualTo(Rcode.FORMERR);
    }
  }

  private int rcode(String name, int type) {
    return client.ask(name, type).getRcode();
  }

  private boolean truncated(int payload) {
    return Client.of(server)
        .edns(payload)
        .ignoringTruncation()
        .ask("many.annstea.example", Type.A)
        .getHeader()
        .getFlag(Flags.TC);
  }

  private Socket connect() throws IOException {
    return new Socket(server.address().getAddress(), server.address().getPort());
  }

  private static DataInputStream ask(Socket socket) throws IOException {
    return send(socket, Client.query(MAIL, Type.A).toWire());
  }

  private static DataInputStream send(Socket socket, byte[] octets) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeShort(octets.length);
    out.write(octets);
    return new DataInputStream(socket.getInputStream());
  }

  private static String many(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("many A 192.0.2.").append(i).append('\n');
    }
    return text.toString();
  }
}
