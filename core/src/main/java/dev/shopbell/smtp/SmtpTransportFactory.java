package dev.shopbell.smtp;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;

/**
 * Mail by SMTP with our own client: {@code smtp://user:secret@host:587} with STARTTLS and {@code
 * smtps://user:secret@host:465} with TLS from the first octet. Options:
 *
 * <ul>
 *   <li>{@code tls}: {@code required}, the default, or {@code none}
 *   <li>{@code timeout}: the seconds to wait for one answer, 30; for the answer to a whole letter,
 *       as long as its sender waits
 *   <li>{@code pool}: the most connections, 4
 *   <li>{@code idle}: the seconds after which an unused connection is closed, 60
 *   <li>{@code messages} and {@code life}: the letters, 1,000, and the seconds, 600, after which a
 *       connection is replaced
 *   <li>{@code chunking}: how many letters may be on their way at once over one connection where
 *       the server offers CHUNKING, 0 for none, the default. A connection that breaks leaves all of
 *       them unknown
 *   <li>{@code auth}: {@code plain}, {@code login} or {@code xoauth2}; {@code auto}, the default,
 *       takes one of the first two
 *   <li>{@code helo}: this machine's name; its address unless given
 *   <li>{@code dsn}: which reports to ask for where the server offers DSN: {@code never}, or some
 *       of {@code failure+delay+success}; nothing is said unless given
 * </ul>
 */
public final class SmtpTransportFactory implements TransportFactory {
  private static final Set<String> SCHEMES = Set.of("smtp", "smtps");

  private final SmtpSettings settings;

  /** Made by {@link java.util.ServiceLoader}, with standard settings. */
  public SmtpTransportFactory() {
    this(SmtpSettings.STANDARD);
  }

  /** With whom to trust, and access tokens, of the host's own. */
  public SmtpTransportFactory(SmtpSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  @Override
  public Set<String> schemes() {
    return SCHEMES;
  }

  @Override
  public Transport create(Clock clock) {
    return new SmtpTransport(clock, SmtpClient.open(settings));
  }

  @Override
  public void check(Endpoint endpoint) {
    SmtpOptions.of(endpoint);
  }
}
