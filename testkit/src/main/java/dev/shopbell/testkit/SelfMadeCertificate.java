package dev.shopbell.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server's certificate with an authority of its own that nobody else trusts, made when it is
 * asked for: for servers of tests that speak TLS.
 */
public final class SelfMadeCertificate {
  private static final char[] PASSWORD = "test".toCharArray();
  private static final Duration BEFORE = Duration.ofDays(30);

  private final Certificate authority;
  private final Certificate certificate;
  private final KeyPair keys;

  private SelfMadeCertificate(String host, Instant until) {
    try {
      KeyPair root = keys();
      this.keys = keys();
      CertificateDer der = new CertificateDer(root.getPrivate(), until.minus(BEFORE), until);
      this.authority = read(der.authority(root.getPublic()));
      this.certificate = read(der.server(keys.getPublic(), host));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate for that name, and for the address 127.0.0.1 when the name is localhost. */
  public static SelfMadeCertificate forHost(String host) {
    return new SelfMadeCertificate(host, Instant.now().plus(Duration.ofDays(1)));
  }

  /** One whose time was over a day ago. */
  public static SelfMadeCertificate expired(String host) {
    return new SelfMadeCertificate(host, Instant.now().minus(Duration.ofDays(1)));
  }

  /** What a server shows. */
  SSLContext server() {
    try {
      KeyStore store = store();
      store.setKeyEntry(
          "server", keys.getPrivate(), PASSWORD, new Certificate[] {certificate, authority});
      KeyManagerFactory managers =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a client uses that trusts this certificate's authority, and nobody else. */
  public SSLContext client() {
    try {
      KeyStore store = store();
      store.setCertificateEntry("authority", authority);
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore store() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static Certificate read(byte[] der) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der));
  }
}
