package dev.shopbell.dkim;

/** How a letter is signed. SHA-1 is none of them (RFC 8301). */
public enum DkimAlgorithm {
  /** RSA with SHA-256; every receiver verifies it (RFC 6376). New keys have 2048 bits. */
  RSA("rsa", "SHA256withRSA"),
  /** Ed25519 with SHA-256; not every receiver verifies it, so it goes beside RSA (RFC 8463). */
  ED25519("ed25519", "Ed25519");

  private final String type;
  private final String jca;

  DkimAlgorithm(String type, String jca) {
    this.type = type;
    this.jca = jca;
  }

  /** As it stands in a record's {@code k=}. */
  String type() {
    return type;
  }

  /** As it stands in a signature's {@code a=}. */
  String tag() {
    return type + "-sha256";
  }

  String jca() {
    return jca;
  }
}
