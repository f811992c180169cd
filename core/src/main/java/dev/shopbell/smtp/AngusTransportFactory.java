package dev.shopbell.smtp;

import dev.shopbell.internal.Text;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportFactory;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Mail by SMTP with Angus Mail: {@code angus+smtp://user:secret@host:587} with STARTTLS and {@code
 * angus+smtps://user:secret@host:465} with implicit TLS. Options: {@code tls}, {@code required}
 * (the default) or {@code none}; {@code timeout}, the seconds to wait for one answer, 30 unless
 * given.
 */
public final class AngusTransportFactory implements TransportFactory {
  private static final Set<String> SCHEMES = Set.of("angus+smtp", "angus+smtps");

  private final Optional<Session> host;

  /** Made by {@link java.util.ServiceLoader}. */
  public AngusTransportFactory() {
    this.host = Optional.empty();
  }

  /**
   * With the properties of a Jakarta Mail session of the host's, {@code mail.smtp.*}, wherever an
   * endpoint does not say otherwise: trust, local name, mechanisms.
   */
  public AngusTransportFactory(Session host) {
    this.host = Optional.of(host);
  }

  /**
   * A transport through the server that a Jakarta Mail session names, as its user and with its
   * authenticator's password: for {@code NotifierBuilder.transport}. TLS is required unless the
   * session sets {@code mail.smtp.starttls.required} itself.
   */
  public static Transport transport(Session host, Clock clock) {
    return new AngusTransport(clock, Optional.of(host));
  }

  @Override
  public Set<String> schemes() {
    return SCHEMES;
  }

  @Override
  public Transport create(Clock clock) {
    return new AngusTransport(clock, host);
  }

  @Override
  public void check(Endpoint endpoint) {
    endpoint.requireHost().allowOptions(Set.of("tls", "timeout"));
    if (!endpoint.path().isEmpty() && !endpoint.path().equals("/")) {
      throw new IllegalArgumentException(
          "endpoint "
              + endpoint
              + " has a path: an SMTP server has none, write host and port alone");
    }
    endpoint.intOption("timeout", 30, 1, 600);
    String tls = endpoint.option("tls").orElse("required");
    if (!tls.equals("required") && !tls.equals("none")) {
      throw new IllegalArgumentException(
          "option tls of %s is %s: give required or none".formatted(endpoint, Text.quoted(tls)));
    }
    if (endpoint.user().isEmpty() != endpoint.credential().isNone()) {
      throw new IllegalArgumentException(
          "endpoint " + endpoint + " has a user or a secret alone: give both, or none");
    }
  }
}
