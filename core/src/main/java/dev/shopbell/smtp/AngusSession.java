package dev.shopbell.smtp;

import dev.shopbell.store.Endpoint;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP connection of Angus Mail's, watched: it knows how far the dialogue has come, and can be
 * abandoned from another thread so that nothing leaves afterwards.
 */
final class AngusSession extends SMTPTransport {
  private static final int RESET_MILLIS = 500;

  /** Angus Mail traces whole dialogues, recipients included, under the name of this package. */
  private static final Logger SILENCED = Logger.getLogger(AngusSession.class.getPackageName());

  static {
    SILENCED.setLevel(Level.OFF);
  }

  private final Endpoint endpoint;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECT);
  private volatile @Nullable BoundedSocket socket;
  private volatile SmtpReply reply = SmtpReply.NONE;
  private volatile boolean open;

  private AngusSession(Endpoint endpoint, Properties properties, Authenticator logins) {
    super(Session.getInstance(properties, logins), new URLName("smtp", null, -1, null, null, null));
    this.endpoint = endpoint;
    properties.put("mail.smtp.socketFactory", new WatchedSockets());
  }

  static AngusSession at(Endpoint endpoint, Optional<Session> host) {
    return new AngusSession(
        endpoint, AngusProperties.of(endpoint, host), AngusProperties.logins(host));
  }

  void open() throws MessagingException {
    if (endpoint.equals(Endpoint.PLATFORM)) {
      connect();
      return;
    }
    int port = endpoint.portOr(endpoint.scheme().endsWith("smtps") ? 465 : 587);
    boolean anonymous = endpoint.user().isEmpty();
    connect(
        endpoint.host(),
        port,
        anonymous ? null : endpoint.user(),
        anonymous ? null : endpoint.credential().reveal());
  }

  boolean isOpen() {
    return open;
  }

  Phase phase() {
    return Objects.requireNonNull(phase.get());
  }

  /** The last reply to this letter; none before there is one. */
  SmtpReply lastReply() {
    return reply;
  }

  /** Between letters: nothing of the next one has left. */
  void rest() {
    phase.set(Phase.CONNECT);
    reply = SmtpReply.NONE;
    BoundedSocket current = socket;
    if (current != null) {
      current.allowAnother();
    }
  }

  /** Before a letter: its dialogue begins with the envelope. */
  void begin() throws MessagingException {
    enter(Phase.MAIL);
  }

  /**
   * Ends the dialogue from another thread. Afterwards the final dot cannot go out any more, unless
   * it may have before.
   *
   * @return true when it may have
   */
  boolean abandon() {
    boolean mayHaveLeft =
        phase.getAndUpdate(now -> now == Phase.FINAL ? now : Phase.ABANDONED) == Phase.FINAL;
    cut();
    return mayHaveLeft;
  }

  /** Closes the connection without a word to the server. */
  void cut() {
    open = false;
    Socket current = socket;
    if (current != null) {
      try {
        current.close();
      } catch (IOException e) {
        // It is closed as far as it can be.
      }
    }
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    reply = new SmtpReply(code, Objects.requireNonNullElse(getLastServerResponse(), ""));
    return code;
  }

  /**
   * Angus Mail resets the connection after a refusal. What the server answers to that says nothing
   * of the letter; where it is not a plain yes, soon, the connection is not used again.
   */
  @Override
  public synchronized void issueCommand(String command, int expected) throws MessagingException {
    if (!command.equals("RSET")) {
      super.issueCommand(command, expected);
      return;
    }
    SmtpReply refusal = reply;
    try {
      reset();
    } catch (MessagingException | SocketException e) {
      cut();
    } finally {
      reply = refusal;
    }
  }

  private void reset() throws MessagingException, SocketException {
    Socket current = Objects.requireNonNull(socket);
    int usual = current.getSoTimeout();
    current.setSoTimeout(RESET_MILLIS);
    super.issueCommand("RSET", -1);
    current.setSoTimeout(usual);
    if (reply.code() != 250) {
      cut();
    }
  }

  @Override
  protected void rcptTo() throws MessagingException {
    enter(Phase.RCPT);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    enter(Phase.DATA);
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    enter(Phase.FINAL);
    super.finishData();
  }

  @Override
  protected synchronized void setConnected(boolean connected) {
    super.setConnected(connected);
    open = connected;
  }

  private void enter(Phase next) throws MessagingException {
    if (phase.getAndUpdate(now -> now == Phase.ABANDONED ? now : next) == Phase.ABANDONED) {
      throw new MessagingException("abandoned");
    }
  }

  /** Makes the one socket of this connection, without Nagle's delay, and remembers it. */
  private final class WatchedSockets extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
      BoundedSocket made = new BoundedSocket();
      made.setTcpNoDelay(true);
      socket = made;
      if (phase.get() == Phase.ABANDONED) {
        made.close();
        throw new IOException("abandoned");
      }
      return made;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw new IOException("an unconnected socket is asked for first");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return createSocket(host, port);
    }
  }
}
