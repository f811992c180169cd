package dev.shopbell.dkim;

import dev.shopbell.internal.Text;
import dev.shopbell.store.Credential;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A private key with the selector that its public half is published under. It never prints, and no
 * exception holds anything of it; only {@link #pem()} gives it, to whoever stores it.
 */
public final class DkimKey {
  private static final int RSA_BITS = 2_048;
  private static final Pattern SELECTOR =
      Pattern.compile(
          "[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?){0,3}");

  private final String selector;
  private final DkimAlgorithm algorithm;
  private final KeyPair keys;

  DkimKey(String selector, DkimAlgorithm algorithm, KeyPair keys) {
    this.selector = selector(selector);
    this.algorithm = algorithm;
    this.keys = keys;
  }

  /** Makes a new key: RSA of 2048 bits, or Ed25519. RSA takes a tenth of a second or more. */
  public static DkimKey generate(String selector, DkimAlgorithm algorithm, SecureRandom random) {
    Objects.requireNonNull(random, "random");
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.name());
      if (algorithm == DkimAlgorithm.RSA) {
        generator.initialize(RSA_BITS, random);
      }
      return new DkimKey(selector, algorithm, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no keys for " + algorithm, e);
    }
  }

  /**
   * Reads a private key as {@code openssl genpkey} and {@code openssl genrsa} write it: PEM with
   * PKCS #8, or PKCS #1 for RSA, not encrypted.
   *
   * @throws IllegalArgumentException when it is none, or RSA of fewer than 1024 bits (RFC 8301)
   */
  public static DkimKey of(String selector, Credential pem) {
    return PemKeys.read(selector(selector), pem);
  }

  static String selector(String selector) {
    if (!SELECTOR.matcher(selector).matches()) {
      throw new IllegalArgumentException(
          "selector "
              + Text.quoted(selector)
              + " is not valid: use lower-case letters, digits and inner hyphens, as in s1");
    }
    return selector;
  }

  /** The name that its record stands under, before {@code ._domainkey}. */
  public String selector() {
    return selector;
  }

  /** How it signs. */
  public DkimAlgorithm algorithm() {
    return algorithm;
  }

  /** The private key, PKCS #8 in PEM: for whoever stores it. */
  public Credential pem() {
    String octets =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPrivate().getEncoded());
    return Credential.of(
        "-----BEGIN PRIVATE KEY-----\n" + octets + "\n-----END PRIVATE KEY-----\n");
  }

  /** The text of the TXT record that receivers verify with (RFC 6376, section 3.6.1). */
  public String record() {
    return "v=DKIM1; k=" + algorithm.type() + "; p=" + publicKey();
  }

  /** RSA as SubjectPublicKeyInfo, Ed25519 as its 32 octets alone (RFC 8463, section 4). */
  String publicKey() {
    byte[] encoded = keys.getPublic().getEncoded();
    int from = algorithm == DkimAlgorithm.ED25519 ? encoded.length - 32 : 0;
    byte[] octets = Arrays.copyOfRange(encoded, from, encoded.length);
    return Base64.getEncoder().encodeToString(octets);
  }

  /** The strength, as RSA bits. */
  int bits() {
    return keys.getPublic() instanceof RSAPublicKey rsa ? rsa.getModulus().bitLength() : 3_072;
  }

  byte[] sign(byte[] header) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm.jca());
    signature.initSign(keys.getPrivate());
    signature.update(algorithm == DkimAlgorithm.ED25519 ? Sha256.of(header) : header);
    return signature.sign();
  }

  boolean verifies(byte[] header, byte[] signed) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm.jca());
    signature.initVerify(keys.getPublic());
    signature.update(algorithm == DkimAlgorithm.ED25519 ? Sha256.of(header) : header);
    return signature.verify(signed);
  }

  /** The selector and the kind. */
  @Override
  public String toString() {
    String bits = algorithm == DkimAlgorithm.RSA ? "-" + bits() : "";
    return "DkimKey[" + selector + " " + algorithm.type() + bits + "]";
  }
}
