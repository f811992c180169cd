package dev.shopbell.smtp;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What the client needs of its host, for all endpoints. What differs from one endpoint to another
 * stands in the endpoint's options.
 *
 * @param tls whom to trust, and what to show; empty for the JDK's own
 * @param tokens the access tokens for endpoints with {@code ?auth=xoauth2}
 * @param connectTimeout how long one address may take to answer
 * @param perHost the most connections to one host and port, for all users together
 */
public record SmtpSettings(
    Optional<SSLContext> tls, AccessTokens tokens, Duration connectTimeout, int perHost) {
  /** The JDK's trust, tokens from endpoints, 10 seconds to connect, 64 connections a host. */
  public static final SmtpSettings STANDARD =
      new SmtpSettings(Optional.empty(), AccessTokens.FROM_ENDPOINT, Duration.ofSeconds(10), 64);

  public SmtpSettings {
    Objects.requireNonNull(tls, "tls");
    Objects.requireNonNull(tokens, "tokens");
    if (connectTimeout.toMillis() < 1 || connectTimeout.compareTo(Duration.ofMinutes(5)) > 0) {
      throw new IllegalArgumentException(
          "connectTimeout is " + connectTimeout + ": give 1 ms to 5 minutes");
    }
    if (perHost < 1) {
      throw new IllegalArgumentException("perHost is " + perHost + ": give 1 or more");
    }
  }

  /** The same, trusting as that context does. */
  public SmtpSettings tls(SSLContext tls) {
    return new SmtpSettings(Optional.of(tls), tokens, connectTimeout, perHost);
  }

  /** The same, with these access tokens. */
  public SmtpSettings tokens(AccessTokens tokens) {
    return new SmtpSettings(tls, tokens, connectTimeout, perHost);
  }

  /** The same, with that time for one address to answer. */
  public SmtpSettings connectTimeout(Duration timeout) {
    return new SmtpSettings(tls, tokens, timeout, perHost);
  }

  /** The same, with at most so many connections to one host. */
  public SmtpSettings perHost(int most) {
    return new SmtpSettings(tls, tokens, connectTimeout, most);
  }
}
