package dev.shopbell.dkim;

import java.security.SecureRandom;

/** Keys made once for all tests. */
final class TestKeys {
  static final SecureRandom RANDOM = new SecureRandom();
  static final DkimKey RSA = DkimKey.generate("s1", DkimAlgorithm.RSA, RANDOM);
  static final DkimKey OTHER = DkimKey.generate("s2", DkimAlgorithm.RSA, RANDOM);
  static final DkimKey ED25519 = DkimKey.generate("e1", DkimAlgorithm.ED25519, RANDOM);

  private TestKeys() {}
}
