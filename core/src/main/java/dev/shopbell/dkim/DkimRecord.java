package dev.shopbell.dkim;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import dev.shopbell.dns.DnsAnswer.NoSuchRecord;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsQuestion;
import dev.shopbell.dns.DnsRecord;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import dev.shopbell.internal.TagList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * The TXT record that a key's signatures are verified with.
 *
 * @param name where it is published: for a domain that was set up with CNAME records, the target of
 *     one, which is the platform's
 * @param text what it says
 */
public record DkimRecord(DnsName name, String text) {
  /** The most octets of one string of a TXT record (RFC 1035, section 3.3). */
  private static final int LONGEST_STRING = 255;

  public DkimRecord {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
  }

  /** A key's record, at the domain itself. */
  public static DkimRecord of(DkimKey key, DomainName domain) {
    return new DkimRecord(name(key, domain), key.record());
  }

  /** A key's record behind the records that the domain was set up with. */
  public static DkimRecord of(DkimKey key, DomainName domain, List<ExpectedRecord> published) {
    DnsName name = name(key, domain);
    DnsName target =
        published.stream()
            .filter(record -> record.type() == RecordType.CNAME && record.name().equals(name))
            .map(ExpectedRecord::target)
            .findFirst()
            .orElse(name);
    return new DkimRecord(target, key.record());
  }

  private static DnsName name(DkimKey key, DomainName domain) {
    return new DnsName(key.selector() + "._domainkey").below(DnsName.of(domain));
  }

  /** The text cut as a TXT record has it: strings of at most 255 octets, joined by readers. */
  public List<String> strings() {
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < text.length(); i += LONGEST_STRING) {
      strings.add(text.substring(i, Math.min(text.length(), i + LONGEST_STRING)));
    }
    return strings;
  }

  /** The whole line as a zone file has it. */
  public String zoneLine() {
    return name.absolute() + " IN TXT \"" + String.join("\" \"", strings()) + '"';
  }

  /** How what is published compares with the key; nothing is asked. */
  public static DkimMatch compare(DkimKey key, List<String> published) {
    if (published.size() != 1) {
      return published.isEmpty() ? DkimMatch.MISSING : DkimMatch.SEVERAL;
    }
    Map<String, String> tags = TagList.parse(published.get(0));
    String open = tags.get("p");
    if (open == null || !tags.getOrDefault("v", "DKIM1").equals("DKIM1")) {
      return DkimMatch.MALFORMED;
    }
    if (open.isEmpty()) {
      return DkimMatch.REVOKED;
    }
    boolean usable =
        tags.getOrDefault("k", "rsa").equals(key.algorithm().type())
            && names(tags, "h", "sha256")
            && (names(tags, "s", "email") || names(tags, "s", "*"));
    if (!usable) {
      return DkimMatch.UNUSABLE;
    }
    boolean same = open.replaceAll("\\s", "").equals(key.publicKey());
    return same ? DkimMatch.MATCHES : DkimMatch.OTHER_KEY;
  }

  private static boolean names(Map<String, String> tags, String tag, String value) {
    String list = tags.get(tag);
    return list == null || Arrays.asList(list.replaceAll("\\s", "").split(":", -1)).contains(value);
  }

  /** How what the world sees under the key's selector compares with it. Never as an exception. */
  public static CompletableFuture<DkimMatch> check(Dns dns, DkimKey key, DomainName domain) {
    return dns.ask(new DnsQuestion(DnsServer.RECURSIVE, name(key, domain), RecordType.TXT))
        .thenApply(answer -> compare(key, answer));
  }

  private static DkimMatch compare(DkimKey key, DnsAnswer answer) {
    if (answer instanceof Found found) {
      return compare(key, found.of(RecordType.TXT).stream().map(DnsRecord::value).toList());
    }
    boolean denied = answer instanceof NoSuchName || answer instanceof NoSuchRecord;
    return denied ? DkimMatch.MISSING : DkimMatch.COULD_NOT_ASK;
  }
}
