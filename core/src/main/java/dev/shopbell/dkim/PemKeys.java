package dev.shopbell.dkim;

import dev.shopbell.store.Credential;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads private keys. What is wrong is said without a word of what was read. */
final class PemKeys {
  /** Signers use no shorter RSA key (RFC 8301, section 3.2). */
  private static final int SHORTEST = 1_024;

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ((?:RSA )?)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END ");

  /** The version and the algorithm, rsaEncryption, that stand before a PKCS #1 key in PKCS #8. */
  private static final byte[] RSA = Base64.getDecoder().decode("AgEAMA0GCSqGSIb3DQEBAQUA");

  private PemKeys() {}

  static DkimKey read(String selector, Credential pem) {
    Matcher parts = PEM.matcher(pem.reveal());
    if (!parts.find()) {
      throw refused(selector, "is not a private key in PEM: make one with openssl genpkey");
    }
    DkimKey key = key(selector, parts.group(2), parts.group(1).isEmpty());
    if (key.bits() < SHORTEST) {
      throw refused(selector, "has " + key.bits() + " bits: receivers take 1024 or more, use 2048");
    }
    return key;
  }

  private static DkimKey key(String selector, String base64, boolean isPkcs8) {
    try {
      byte[] octets = Base64.getMimeDecoder().decode(base64);
      byte[] pkcs8 = isPkcs8 ? octets : wrapped(octets);
      return pkcs8.length < 100 ? ed25519(selector, pkcs8) : rsa(selector, pkcs8);
    } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
      throw refused(selector, "cannot be read: give PKCS #8 of RSA or Ed25519, not encrypted");
    }
  }

  private static IllegalArgumentException refused(String selector, String problem) {
    return new IllegalArgumentException("the key of selector " + selector + " " + problem);
  }

  private static DkimKey rsa(String selector, byte[] pkcs8) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    RSAPrivateCrtKey key =
        (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    PublicKey open =
        factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    return checked(new DkimKey(selector, DkimAlgorithm.RSA, new KeyPair(open, key)));
  }

  private static DkimKey ed25519(String selector, byte[] pkcs8) throws GeneralSecurityException {
    PrivateKey key =
        KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(255, new Seed(seed));
    PublicKey open = generator.generateKeyPair().getPublic();
    return checked(new DkimKey(selector, DkimAlgorithm.ED25519, new KeyPair(open, key)));
  }

  /** That the public half is this key's is tried, not believed. */
  private static DkimKey checked(DkimKey key) throws GeneralSecurityException {
    byte[] probe = {1, 2, 3};
    if (!key.verifies(probe, key.sign(probe))) {
      throw new GeneralSecurityException("the halves differ");
    }
    return key;
  }

  private static byte[] wrapped(byte[] pkcs1) {
    return der(0x30, concat(RSA, der(0x04, pkcs1)));
  }

  private static byte[] der(int tag, byte[] content) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.write(tag);
    octets.write(0x82);
    octets.write(content.length >> 8);
    octets.write(content.length);
    octets.writeBytes(content);
    return octets.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** The private key itself, where the generator asks for chance: the JDK derives no other way. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final transient byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] octets) {
      System.arraycopy(seed, 0, octets, 0, octets.length);
    }
  }
}
