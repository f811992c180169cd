package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import dev.shopbell.internal.TagList;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Grades the key that receivers find behind a record (RFC 6376, 8301 and 8463). */
final class DkimKey {
  /** Receivers take no shorter RSA key (RFC 8301, section 3.2). */
  static final int SHORTEST_ACCEPTED = 1_024;

  private static final int SHORTEST_GOOD = 2_048;
  private static final int ED25519_BYTES = 32;

  private final Evidence evidence;

  DkimKey(Evidence evidence) {
    this.evidence = evidence;
  }

  /** The finding of the key; that of the record when the key is good. */
  Diagnosis check(ExpectedRecord record, Diagnosis good) {
    DnsAnswer answer = evidence.ask(DnsServer.RECURSIVE, record.target(), RecordType.TXT);
    if (answer instanceof CouldNotAsk) {
      return Diagnosis.of(Finding.DKIM_KEY_UNKNOWN, good.found()).detail(record.value());
    }
    List<String> keys =
        answer instanceof Found found
            ? found.of(RecordType.TXT).stream()
                .map(DnsRecord::value)
                .filter(DkimKey::looksLikeOne)
                .toList()
            : List.of();
    if (keys.isEmpty()) {
      return Diagnosis.of(Finding.DKIM_KEY_MISSING, good.found()).detail(record.value());
    }
    return keys.size() > 1
        ? malformed(record, good)
        : grade(record, TagList.parse(keys.get(0)), good);
  }

  private static boolean looksLikeOne(String text) {
    Map<String, String> tags = TagList.parse(text);
    return tags.containsKey("p") || tags.getOrDefault("v", "").equals("DKIM1");
  }

  private static Diagnosis malformed(ExpectedRecord record, Diagnosis good) {
    return Diagnosis.of(Finding.DKIM_KEY_MALFORMED, good.found()).detail(record.value());
  }

  private static Diagnosis grade(ExpectedRecord record, Map<String, String> tags, Diagnosis good) {
    String version = tags.getOrDefault("v", "DKIM1");
    String key = tags.get("p");
    if (key == null || !version.equals("DKIM1")) {
      return malformed(record, good);
    }
    if (key.isEmpty()) {
      return Diagnosis.of(Finding.DKIM_KEY_REVOKED, good.found()).detail(record.value());
    }
    int bits = bits(tags.getOrDefault("k", "rsa"), key);
    if (bits == 0) {
      return malformed(record, good);
    }
    return bits < SHORTEST_GOOD
        ? Diagnosis.of(Finding.DKIM_KEY_WEAK, good.found()).detail(String.valueOf(bits))
        : good;
  }

  /** The strength of a key, as RSA bits; 0 when it is none. */
  private static int bits(String kind, String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
      return switch (kind) {
        case "rsa" ->
            ((RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes)))
                .getModulus()
                .bitLength();
        case "ed25519" -> bytes.length == ED25519_BYTES ? SHORTEST_GOOD : 0;
        default -> 0;
      };
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return 0;
    }
  }
}
