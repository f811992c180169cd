package dev.shopbell.testkit.dns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;

/**
 * Signs the records of a zone when they are first asked for. Good signatures hold from 2020 to
 * 2080, so that nothing depends on a clock.
 */
final class Signer {
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant EARLY_END = Instant.parse("2020-02-01T00:00:00Z");
  private static final Instant LATE_START = Instant.parse("2079-12-01T00:00:00Z");
  private static final Instant END = Instant.parse("2080-01-01T00:00:00Z");

  private final ZoneKey key;
  private final Map<Name, SignatureFlaw> flaws;
  private final Map<Covered, RRSIGRecord> signatures = new ConcurrentHashMap<>();

  /** With the flaws by name; one at the zone's own name is a flaw of the whole zone. */
  Signer(ZoneKey key, Map<Name, SignatureFlaw> flaws) {
    this.key = key;
    this.flaws = flaws;
  }

  DNSKEYRecord key() {
    return key.published();
  }

  DSRecord delegationSigner() {
    return key.delegationSigner();
  }

  /** The signature over all the records of one name and type; empty where it is left out. */
  Optional<RRSIGRecord> signature(List<? extends Record> set) {
    Record first = set.get(0);
    SignatureFlaw flaw = flaw(first.getName());
    if (flaw == SignatureFlaw.MISSING) {
      return Optional.empty();
    }
    Covered covered = new Covered(first.getName(), first.getType());
    return Optional.of(signatures.computeIfAbsent(covered, c -> sign(set, flaw)));
  }

  private @Nullable SignatureFlaw flaw(Name name) {
    SignatureFlaw own = flaws.get(name);
    return own != null ? own : flaws.get(key().getName());
  }

  private RRSIGRecord sign(List<? extends Record> set, @Nullable SignatureFlaw flaw) {
    Instant from = flaw == SignatureFlaw.NOT_YET_VALID ? LATE_START : START;
    Instant until = flaw == SignatureFlaw.EXPIRED ? EARLY_END : END;
    try {
      RRset rrset = new RRset();
      set.forEach(rrset::addRR);
      RRSIGRecord good = DNSSEC.sign(rrset, key(), key.secret(), from, until);
      return flaw == SignatureFlaw.BROKEN ? broken(good) : good;
    } catch (DNSSECException e) {
      throw new IllegalStateException("Cannot sign the records at " + set.get(0).getName(), e);
    }
  }

  private static RRSIGRecord broken(RRSIGRecord good) {
    byte[] bits = good.getSignature().clone();
    bits[bits.length - 1] ^= 1;
    return new RRSIGRecord(
        good.getName(),
        good.getDClass(),
        good.getTTL(),
        good.getTypeCovered(),
        good.getAlgorithm(),
        good.getOrigTTL(),
        good.getExpire(),
        good.getTimeSigned(),
        good.getFootprint(),
        good.getSigner(),
        bits);
  }

  private record Covered(Name name, int type) {}
}
