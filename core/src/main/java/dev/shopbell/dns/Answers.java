package dev.shopbell.dns;

import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Delegated;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsAnswer.Found;
import dev.shopbell.dns.DnsAnswer.Negative;
import dev.shopbell.dns.DnsAnswer.NoSuchName;
import dev.shopbell.dns.DnsAnswer.NoSuchRecord;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.ExtendedErrorCodeOption;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** Reads a server's message as one of the answers. */
final class Answers {
  /** Nobody needs more, and some server will send ten thousand. */
  private static final int MOST_RECORDS = 100;

  private static final Set<Integer> SIGNATURE_REASONS =
      Set.of(
          ExtendedErrorCodeOption.DNSSEC_BOGUS,
          ExtendedErrorCodeOption.SIGNATURE_EXPIRED,
          ExtendedErrorCodeOption.SIGNATURE_NOT_YET_VALID,
          ExtendedErrorCodeOption.DNSKEY_MISSING,
          ExtendedErrorCodeOption.RRSIGS_MISSING,
          ExtendedErrorCodeOption.NO_ZONE_KEY_BIT_SET,
          ExtendedErrorCodeOption.NSEC_MISSING,
          ExtendedErrorCodeOption.SIGNATURE_EXPIRED_BEFORE_VALID);

  private Answers() {}

  static DnsAnswer read(DnsQuestion question, Message message) {
    boolean authoritative = question.server().isAuthoritative();
    int rcode = message.getRcode();
    if (rcode == Rcode.REFUSED || rcode == Rcode.NOTAUTH) {
      return failed(authoritative ? Failure.LAME : Failure.SERVER_FAILURE);
    }
    if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
      return failed(isBogus(message) ? Failure.BOGUS : Failure.SERVER_FAILURE);
    }
    if (authoritative && !message.getHeader().getFlag(Flags.AA)) {
      return delegated(question, message);
    }
    List<DnsRecord> records = records(message);
    if (records.stream().anyMatch(record -> record.type() == question.type())) {
      return new Found(records);
    }
    // With an alias on the way, it is the alias's target that does not exist.
    Negative negative = negative(message);
    boolean none = rcode == Rcode.NXDOMAIN && records.isEmpty();
    return none ? new NoSuchName(negative) : new NoSuchRecord(negative);
  }

  /** Whether the reason given along (RFC 8914) is one of signatures. */
  private static boolean isBogus(Message message) {
    return message.getOPT() != null
        && message.getOPT().getOptions(EDNSOption.Code.EDNS_EXTENDED_ERROR).stream()
            .map(option -> ((ExtendedErrorCodeOption) option).getErrorCode())
            .anyMatch(SIGNATURE_REASONS::contains);
  }

  static DnsAnswer failed(Failure failure) {
    return new CouldNotAsk(failure);
  }

  private static List<DnsRecord> records(Message message) {
    List<DnsRecord> records = new ArrayList<>();
    for (Record record : message.getSection(Section.ANSWER)) {
      DnsRecord read = records.size() < MOST_RECORDS ? Records.read(record) : null;
      if (read != null) {
        records.add(read);
      }
    }
    return records;
  }

  private static Negative negative(Message message) {
    for (Record record : message.getSection(Section.AUTHORITY)) {
      if (record instanceof SOARecord soa) {
        long ttl = Math.min(soa.getTTL(), soa.getMinimum());
        return new Negative(Optional.of(Records.name(soa.getName())), ttl);
      }
    }
    return new Negative(Optional.empty(), 0);
  }

  /**
   * A referral downwards; one to the root, or none, says that the server does not hold the zone.
   */
  private static DnsAnswer delegated(DnsQuestion question, Message message) {
    Map<DnsName, List<InetAddress>> servers = new HashMap<>();
    DnsName zone = DnsName.ROOT;
    for (Record record : message.getSection(Section.AUTHORITY)) {
      if (record instanceof NSRecord ns && servers.size() < MOST_RECORDS) {
        zone = Records.name(ns.getName());
        servers.put(Records.name(ns.getTarget()), new ArrayList<>());
      }
    }
    if (zone.isRoot() || !question.name().isWithin(zone)) {
      return failed(Failure.LAME);
    }
    for (Record record : message.getSection(Section.ADDITIONAL)) {
      glue(servers, record);
    }
    return new Delegated(zone, servers);
  }

  private static void glue(Map<DnsName, List<InetAddress>> servers, Record record) {
    List<InetAddress> addresses = servers.get(Records.name(record.getName()));
    if (addresses == null || addresses.size() == MOST_RECORDS) {
      return;
    }
    if (record instanceof ARecord a) {
      addresses.add(a.getAddress());
    } else if (record instanceof AAAARecord aaaa) {
      addresses.add(aaaa.getAddress());
    }
  }
}
