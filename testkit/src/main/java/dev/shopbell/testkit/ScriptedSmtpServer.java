package dev.shopbell.testkit;

import dev.shopbell.store.Credential;
import dev.shopbell.store.Endpoint;
import dev.shopbell.testkit.SmtpOctets.Cut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An SMTP server on loopback that takes every letter until it is told to do something else: another
 * answer at some step of the dialogue, none at all, the end of the connection there or after so
 * many octets, an octet now and then. It keeps what it took, so that both sides can be compared.
 *
 * <p>It knows PIPELINING, CHUNKING, STARTTLS, and AUTH by PLAIN, LOGIN and XOAUTH2; it offers the
 * first, 8BITMIME and AUTH unless told otherwise. Its rules are those of RFC 5321: MAIL inside a
 * transaction and DATA without a recipient are refused.
 */
public final class ScriptedSmtpServer implements StubProvider {
  /** What it does at a step, in place of its usual answer. */
  public enum Fault {
    /** Answers nothing and keeps the connection. */
    HANG,
    /** Closes the connection. */
    CUT,
    /** Begins to answer and stops in the middle of the line. */
    STALL
  }

  private static final String USER = "relay-user";

  private final SmtpListener listener;
  private final AtomicReference<Cut> nextCut = new AtomicReference<>(Cut.NEVER);
  private final SmtpScript script = new SmtpScript();
  private final SmtpManners manners = new SmtpManners();
  private final SmtpLog log = new SmtpLog();
  private final Map<String, String> options = new ConcurrentHashMap<>();

  private ScriptedSmtpServer(ServerSocket listener) {
    this.listener = new SmtpListener(listener, this::serve);
  }

  /**
   * A server on a free port below those that outgoing connections take, so that nobody else has it
   * while the server is closed and started again.
   */
  public static ScriptedSmtpServer start() {
    return new ScriptedSmtpServer(Loopback.listen());
  }

  /** A server on that port, such as that of one which was closed. */
  public static ScriptedSmtpServer start(int port) {
    try {
      return new ScriptedSmtpServer(Loopback.listen(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return listener.port();
  }

  /**
   * Gives that answer at that step from now on: a code and a text, without the line's end. After an
   * answer of 421 it closes the connection.
   */
  public ScriptedSmtpServer answer(SmtpStep step, String reply) {
    script.always(step, reply);
    return this;
  }

  /** Gives that answer at that step once: at the first time, the second, over all connections. */
  public ScriptedSmtpServer answer(SmtpStep step, int time, String reply) {
    script.at(step, time, reply);
    return this;
  }

  /** Does that at that step from now on. */
  public ScriptedSmtpServer fault(SmtpStep step, Fault fault) {
    script.always(step, fault);
    return this;
  }

  /** Does that at that step once: at the first time, the second, over all connections. */
  public ScriptedSmtpServer fault(SmtpStep step, int time, Fault fault) {
    script.at(step, time, fault);
    return this;
  }

  /** Ends the next connection when it has read so many octets and wants more. */
  public ScriptedSmtpServer cutAfterReading(long octets) {
    nextCut.set(new Cut(octets, Long.MAX_VALUE));
    return this;
  }

  /** Ends the next connection when it has written so many octets. */
  public ScriptedSmtpServer cutAfterWriting(long octets) {
    nextCut.set(new Cut(Long.MAX_VALUE, octets));
    return this;
  }

  /** Writes an octet at a time from now on, with that pause behind each; zero for none. */
  public ScriptedSmtpServer dribble(Duration pause) {
    manners.dribble = pause;
    return this;
  }

  /** Offers these in its answer to EHLO from now on, a line each; STARTTLS comes by itself. */
  public ScriptedSmtpServer capabilities(String... lines) {
    manners.capabilities = List.of(lines);
    return this;
  }

  /** Offers STARTTLS from now on, with that certificate. */
  public ScriptedSmtpServer startTls(SelfMadeCertificate certificate) {
    manners.tls = certificate.server();
    manners.implicitTls = false;
    return this;
  }

  /** Speaks TLS from the first octet from now on. */
  public ScriptedSmtpServer implicitTls(SelfMadeCertificate certificate) {
    manners.tls = certificate.server();
    manners.implicitTls = true;
    return this;
  }

  /** Does not offer STARTTLS any more, as when somebody in between leaves it out. */
  public ScriptedSmtpServer stripStartTls() {
    manners.stripped = true;
    return this;
  }

  /** Sends this in plain text behind its answer to STARTTLS, as somebody in between would. */
  public ScriptedSmtpServer injectBehindStartTls(String text) {
    manners.injected = text;
    return this;
  }

  /** Gives its endpoint an option, as in {@code ?pool=2}. */
  public ScriptedSmtpServer option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /** Answers as usual again; TLS, capabilities and options stay. */
  public ScriptedSmtpServer reset() {
    script.clear();
    nextCut.set(Cut.NEVER);
    manners.usual();
    return this;
  }

  /** Ends every open connection without a word, and goes on listening. */
  public void endConnections() {
    listener.endConnections();
  }

  /** Every command that came, without what a client logs in with. */
  public List<String> commands() {
    return log.commands();
  }

  /** How many connections there have been. */
  public long connections() {
    return log.connections.get();
  }

  /** How many octets it has read. */
  public long octetsRead() {
    return log.read.get();
  }

  /** How many octets it has written. */
  public long octetsWritten() {
    return log.wrote.get();
  }

  /**
   * An endpoint with a user and a credential; without TLS unless a certificate was given. A login
   * with anything else is refused.
   */
  @Override
  public Endpoint endpoint() {
    Map<String, String> all = new HashMap<>(options);
    if (manners.tls == null) {
      all.put("tls", "none");
    }
    return new Endpoint(
        manners.implicitTls ? "smtps" : "smtp",
        "127.0.0.1",
        port(),
        "",
        USER,
        Credential.of(secret()),
        all);
  }

  @Override
  public void will(Behaviour behaviour) {
    reset();
    script.behave(behaviour);
  }

  /** The letters that came whole, whatever was answered; the envelope stands in the head. */
  @Override
  public List<Received> received() {
    return log.received();
  }

  /** The letters that it took: those that came whole and for which its answer was to be a yes. */
  public List<Received> accepted() {
    return log.accepted();
  }

  /** Stops at once: every connection ends where it is. */
  @Override
  public void close() {
    listener.close();
  }

  Object at(SmtpStep step, String usual) {
    return script.next(step, usual);
  }

  SmtpManners manners() {
    return manners;
  }

  SmtpLog log() {
    return log;
  }

  boolean isUser(String name) {
    return name.equals(USER);
  }

  boolean isSecret(String word) {
    return word.equals(secret());
  }

  void awaitClose() {
    pause(Duration.ofDays(1));
  }

  void pause(Duration time) {
    listener.pause(time);
  }

  private String secret() {
    return "relay-secret-" + port();
  }

  private void serve(Socket socket) throws IOException {
    log.connections.incrementAndGet();
    Cut cut = nextCut.getAndSet(Cut.NEVER);
    new ScriptedSmtpDialogue(this, new SmtpOctets(this, socket, cut)).run();
  }
}
