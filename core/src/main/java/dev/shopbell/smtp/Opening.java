package dev.shopbell.smtp;

import dev.shopbell.store.Endpoint;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Everything before the first letter: connection, greeting, EHLO, TLS and login. What a server says
 * before TLS is forgotten when TLS begins (RFC 3207).
 */
final class Opening {
  private final Endpoint endpoint;
  private final SmtpOptions options;
  private final SmtpSettings settings;
  private final Wire wire;
  private final Duration timeout;
  private volatile SmtpStage stage = SmtpStage.DNS;

  Opening(Endpoint endpoint, SmtpOptions options, SmtpSettings settings, Wire wire) {
    this.endpoint = endpoint;
    this.options = options;
    this.settings = settings;
    this.wire = wire;
    this.timeout = options.limits().timeout();
  }

  /** How far it has come; from any thread. */
  SmtpStage stage() {
    return stage;
  }

  /** The longest that it can sensibly take; whoever runs it cuts the wire then. */
  Duration longest() {
    return settings.connectTimeout().multipliedBy(2).plus(timeout.multipliedBy(4));
  }

  /**
   * Opens the connection.
   *
   * @return what the server can do, once it is safe and logged in
   */
  Capabilities open() throws OpeningException {
    try {
      connect();
      if (options.tls() == SmtpOptions.Tls.IMPLICIT) {
        secure();
      }
      stage = SmtpStage.CONNECT;
      require(wire.read(timeout), 220, "its greeting refuses us");
      Capabilities capabilities = greet();
      if (options.tls() == SmtpOptions.Tls.STARTTLS) {
        capabilities = startTls(capabilities);
      }
      stage = SmtpStage.LOGIN;
      new Login(endpoint, options, settings.tokens(), wire).login(capabilities);
      return capabilities;
    } catch (IOException e) {
      throw new OpeningException(stage, SmtpReply.NONE, problem(e), e);
    }
  }

  private void connect() throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(endpoint.host());
    stage = SmtpStage.CONNECT;
    wire.connect(addresses, options.port(endpoint), settings.connectTimeout());
  }

  private Capabilities startTls(Capabilities plain) throws IOException, OpeningException {
    stage = SmtpStage.TLS;
    if (!plain.has("STARTTLS")) {
      throw failed(
          SmtpReply.NONE,
          "it offers no STARTTLS; only ?tls=none sends without, to everybody's eyes");
    }
    wire.write("STARTTLS\r\n");
    wire.flush();
    require(wire.read(timeout), 220, "it refuses STARTTLS");
    secure();
    return greet();
  }

  private void secure() throws IOException {
    stage = SmtpStage.TLS;
    SSLSocketFactory factory =
        settings
            .tls()
            .map(SSLContext::getSocketFactory)
            .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    wire.secure(factory, endpoint.host(), options.port(endpoint), timeout);
  }

  private Capabilities greet() throws IOException, OpeningException {
    String name = options.helo().isEmpty() ? literal() : options.helo();
    wire.write("EHLO " + name + "\r\n");
    wire.flush();
    SmtpReply reply = wire.read(timeout);
    if (reply.code() == 250) {
      return Capabilities.of(reply);
    }
    if (reply.code() < 500 || reply.code() > 504) {
      throw failed(reply, "it refuses EHLO");
    }
    wire.write("HELO " + name + "\r\n");
    wire.flush();
    require(wire.read(timeout), 250, "it refuses EHLO and HELO");
    return Capabilities.NONE;
  }

  /** This side's address (RFC 5321, 4.1.3): nobody has to be asked for a name. */
  private String literal() {
    InetAddress address = wire.socket().getLocalAddress();
    String text = address.getHostAddress().replaceFirst("%.*", "");
    return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
  }

  private void require(SmtpReply reply, int code, String problem) throws OpeningException {
    if (reply.code() != code) {
      throw failed(reply, problem);
    }
  }

  private OpeningException failed(SmtpReply reply, String problem) {
    return new OpeningException(stage, reply, at() + problem + reply.behindColon(), null);
  }

  private String at() {
    return "cannot connect to " + endpoint + " (" + stage + "): ";
  }

  private String problem(IOException e) {
    if (e instanceof UnknownHostException) {
      return at() + "no such host, or its name could not be looked up";
    }
    return at() + (e instanceof SSLException ? "TLS failed: " : "") + Failures.of(e);
  }
}
