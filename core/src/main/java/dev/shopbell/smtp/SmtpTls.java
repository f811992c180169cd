package dev.shopbell.smtp;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * How a connection is made safe, and the certificate that the server showed. It was checked.
 *
 * @param protocol {@code TLSv1.3}
 * @param cipher the cipher suite's name
 * @param subject whose certificate it is
 * @param issuer who vouches for it
 * @param until when it expires
 */
public record SmtpTls(
    String protocol, String cipher, String subject, String issuer, Instant until) {
  public SmtpTls {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(cipher, "cipher");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(until, "until");
  }

  /** True when it will have expired by then: nobody is told of that by the server. */
  public boolean expiresWithin(Duration time, Instant now) {
    return !until.isAfter(now.plus(time));
  }

  static Optional<SmtpTls> of(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      if (chain.length > 0 && chain[0] instanceof X509Certificate own) {
        return Optional.of(
            new SmtpTls(
                session.getProtocol(),
                session.getCipherSuite(),
                own.getSubjectX500Principal().getName(),
                own.getIssuerX500Principal().getName(),
                own.getNotAfter().toInstant()));
      }
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
