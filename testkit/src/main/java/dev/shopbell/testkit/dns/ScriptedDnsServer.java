package dev.shopbell.testkit.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * A DNS server of a {@link DnsWorld}, on a loopback address, over UDP and TCP on one port. It
 * answers from the zones it holds until it is told to do something else for some name; a recursive
 * one answers for the whole world, and may remember what is no longer so.
 *
 * <p>Names are without regard to case and final dot. Types are written as in a zone file.
 */
public final class ScriptedDnsServer {
  private final String address;
  private final Register register;
  private final Executor pool;
  private final FaultBook faults = new FaultBook();
  private final QuestionCount asked = new QuestionCount();
  private final Responder responder;
  private int port;
  private volatile boolean dead;
  private volatile boolean validating;
  private volatile @Nullable Recursion recursion;
  private @Nullable UdpSocket udp;
  private @Nullable TcpSocket tcp;

  ScriptedDnsServer(String address, Register register, Executor pool) {
    this.address = address;
    this.register = register;
    this.pool = pool;
    this.responder = new Responder(this::answer, this::isRecursive, faults, asked, pool);
  }

  /**
   * Where it listens, also while it is dead.
   *
   * @throws IllegalStateException before the world was started
   */
  public synchronized InetSocketAddress address() {
    if (port == 0) {
      throw new IllegalStateException(
          "The server at %s has no port yet; call start() of its world first".formatted(address));
    }
    return new InetSocketAddress(Loopback.address(address), port);
  }

  /** Does that at every name and type from now on. */
  public ScriptedDnsServer always(DnsFault fault) {
    return below(".", fault);
  }

  /** Does that at this name, whatever the type, from now on. */
  public ScriptedDnsServer at(String name, DnsFault fault) {
    faults.add(Records.name(name), false, Type.ANY, fault);
    return this;
  }

  /** Does that at this name and type from now on. */
  public ScriptedDnsServer at(String name, String type, DnsFault fault) {
    faults.add(Records.name(name), false, Records.type(type), fault);
    return this;
  }

  /** Does that at this name and all below it, whatever the type, from now on. */
  public ScriptedDnsServer below(String name, DnsFault fault) {
    faults.add(Records.name(name), true, Type.ANY, fault);
    return this;
  }

  /**
   * Answers with these records of old, in place of those of today; only on a recursive server. The
   * TTL is what is left of it, and does not run down.
   *
   * @param records lines of a zone file, with full names: {@code "www.annstea.example 120 CNAME
   *     old.example"}
   */
  public ScriptedDnsServer remembers(String records) {
    memory().put(Records.parse(Name.root, records));
    return this;
  }

  /** Still says that there is no such name, for so many seconds; only on a recursive server. */
  public ScriptedDnsServer remembersNoName(String name, long secondsLeft) {
    Name missing = Records.name(name);
    memory().putMissing(missing, Records.withTtl(register.soa(missing), secondsLeft));
    return this;
  }

  /** Still says that there is no such record, for so many seconds; only on a recursive server. */
  public ScriptedDnsServer remembersNoRecord(String name, String type, long secondsLeft) {
    Name at = Records.name(name);
    var soa = Records.withTtl(register.soa(at), secondsLeft);
    memory().putMissing(at, Records.type(type), soa);
    return this;
  }

  /**
   * Checks signatures from the root on from now on, as public resolvers do: a secure answer has the
   * AD bit, and a bogus one is SERVFAIL with an extended error (RFC 8914) unless the question has
   * the CD bit. Only on a recursive server. What it was told to remember is not checked.
   */
  public ScriptedDnsServer validating() {
    recursion("validates nothing");
    validating = true;
    return this;
  }

  /** Forgets what it was told to do and to remember, and what it was asked. */
  public ScriptedDnsServer reset() {
    faults.clear();
    asked.clear();
    Recursion recursive = recursion;
    if (recursive != null) {
      recursive.memory().clear();
    }
    return this;
  }

  /** How many questions came, over UDP and TCP. */
  public int asked() {
    return asked.all();
  }

  /** How many questions came at this name. */
  public int asked(String name) {
    return asked.of(Records.name(name));
  }

  /** How many questions came at this name and type. */
  public int asked(String name, String type) {
    return asked.of(Records.name(name), Records.type(type));
  }

  /** How many questions came over TCP. */
  public int askedOverTcp() {
    return asked.byTcp();
  }

  /** Dies in the middle: the port answers nobody, and every connection ends where it is. */
  public synchronized void kill() {
    dead = true;
    if (udp != null) {
      udp.close();
      udp = null;
    }
    if (tcp != null) {
      tcp.close();
      tcp = null;
    }
  }

  /** Comes back on the port that it had; nothing happens where it is not dead. */
  public synchronized void start() {
    try {
      listen(address().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen at " + address(), e);
    }
  }

  /** Listens at that port, or at any free one if it is 0. */
  synchronized int listen(int wanted) throws IOException {
    if (tcp == null || udp == null) {
      var at = new InetSocketAddress(Loopback.address(address), wanted);
      tcp = new TcpSocket(at, responder, pool);
      port = tcp.port();
      listenUdp();
      dead = false;
    }
    return port;
  }

  private void listenUdp() throws IOException {
    try {
      udp = new UdpSocket(address(), responder);
    } catch (IOException e) {
      kill();
      throw e;
    }
  }

  void recurse(Recursion by) {
    recursion = by;
  }

  boolean isRecursive() {
    return recursion != null;
  }

  /** What it says to another server of the world that asks in turn; empty if nothing of use. */
  Optional<Answer> tell(Question question) {
    return dead || faults.stops(question)
        ? Optional.empty()
        : Optional.of(register.at(address).step(question));
  }

  private Answer answer(Exchange exchange) {
    Question question = exchange.question();
    Authority authority = register.at(address);
    Recursion recursive = recursion;
    if (recursive == null || !exchange.has(Flags.RD)) {
      return authority.answer(question);
    }
    boolean trusting = !validating || exchange.has(Flags.CD);
    Answer answer = trusting ? recursive.resolve(question) : recursive.validate(question);
    answer.setAuthoritative(authority.holds(question.name()));
    return answer;
  }

  private Memory memory() {
    return recursion("remembers nothing").memory();
  }

  private Recursion recursion(String otherwise) {
    Recursion recursive = recursion;
    if (recursive == null) {
      throw new IllegalStateException(
          "The server at %s is not recursive and %s".formatted(address, otherwise));
    }
    return recursive;
  }
}
