package dev.shopbell.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Certificates in DER (RFC 5280), as few fields as a TLS client asks for; ECDSA with SHA-256. */
final class CertificateDer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final byte[] ECDSA_SHA256 = hex("300a06082a8648ce3d040302");
  private static final byte[] COMMON_NAME = hex("0603550403");
  private static final byte[] ALTERNATIVE_NAME = hex("0603551d11");
  private static final byte[] BASIC_CONSTRAINTS = hex("0603551d13");
  private static final byte[] YES = hex("0101ff");
  private static final byte[] LOOPBACK = hex("87047f000001");
  private static final String AUTHORITY = "Shopbell test authority";

  private final PrivateKey signer;
  private final Instant from;
  private final Instant until;

  CertificateDer(PrivateKey signer, Instant from, Instant until) {
    this.signer = signer;
    this.from = from;
    this.until = until;
  }

  byte[] authority(PublicKey key) throws GeneralSecurityException {
    byte[] constraints = sequence(BASIC_CONSTRAINTS, YES, octets(sequence(YES)));
    return signed(1, AUTHORITY, key, constraints);
  }

  byte[] server(PublicKey key, String host) throws GeneralSecurityException {
    byte[] name = tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
    byte[] address = host.equals("localhost") ? LOOPBACK : new byte[0];
    byte[] names = sequence(ALTERNATIVE_NAME, octets(sequence(name, address)));
    return signed(2, host, key, names);
  }

  private byte[] signed(int serial, String subject, PublicKey key, byte[] extension)
      throws GeneralSecurityException {
    byte[] body =
        sequence(
            tagged(0xA0, hex("020102")),
            new byte[] {2, 1, (byte) serial},
            ECDSA_SHA256,
            name(AUTHORITY),
            sequence(time(from), time(until)),
            name(subject),
            key.getEncoded(),
            tagged(0xA3, sequence(extension)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(signer);
    signature.update(body);
    return sequence(body, ECDSA_SHA256, tagged(0x03, joined(new byte[1], signature.sign())));
  }

  private static byte[] name(String common) {
    byte[] text = tagged(0x0C, common.getBytes(StandardCharsets.UTF_8));
    return sequence(tagged(0x31, sequence(COMMON_NAME, text)));
  }

  private static byte[] time(Instant time) {
    return tagged(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] octets(byte[] content) {
    return tagged(0x04, content);
  }

  private static byte[] sequence(byte[]... parts) {
    return tagged(0x30, joined(parts));
  }

  private static byte[] tagged(int tag, byte[] content) {
    int length = content.length;
    byte[] head = new byte[] {(byte) tag, (byte) length};
    if (length >= 256) {
      head = new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    } else if (length >= 128) {
      head = new byte[] {(byte) tag, (byte) 0x81, (byte) length};
    }
    return joined(head, content);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
