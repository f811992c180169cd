package dev.shopbell.testkit.dns;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC.Algorithm;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.DNSSEC.Digest;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;

/** The one key of a signed zone, ECDSA on P-256, made when the zone is first served. */
final class ZoneKey {
  private static final int KEY_SIGNING = DNSKEYRecord.Flags.ZONE_KEY | DNSKEYRecord.Flags.SEP_KEY;

  private final DNSKEYRecord published;
  private final PrivateKey secret;

  private ZoneKey(DNSKEYRecord published, PrivateKey secret) {
    this.published = published;
    this.secret = secret;
  }

  static ZoneKey create(Name zone) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new ZoneKey(record(zone, pair), pair.getPrivate());
    } catch (GeneralSecurityException | DNSSECException e) {
      throw new IllegalStateException("No key could be made for zone " + zone, e);
    }
  }

  private static DNSKEYRecord record(Name zone, KeyPair pair) throws DNSSECException {
    return new DNSKEYRecord(
        zone,
        DClass.IN,
        Records.TTL,
        KEY_SIGNING,
        DNSKEYRecord.Protocol.DNSSEC,
        Algorithm.ECDSAP256SHA256,
        pair.getPublic());
  }

  DNSKEYRecord published() {
    return published;
  }

  PrivateKey secret() {
    return secret;
  }

  /** What the parent says of this key. */
  DSRecord delegationSigner() {
    return new DSRecord(published.getName(), DClass.IN, Records.TTL, Digest.SHA256, published);
  }
}
