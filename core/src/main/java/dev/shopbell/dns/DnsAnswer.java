package dev.shopbell.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a server said. No such name, no such record and could not ask are three answers and never
 * stand for each other; a zone's own server may also name others that know better.
 */
public sealed interface DnsAnswer {
  /**
   * Records of the kind that was asked for, and the CNAMEs on the way to them.
   *
   * @param records at least one, at most 100
   */
  record Found(List<DnsRecord> records) implements DnsAnswer {
    public Found {
      records = List.copyOf(records);
    }

    /** The records of that kind at exactly that name. */
    public List<DnsRecord> at(DnsName owner, RecordType type) {
      return records.stream()
          .filter(record -> record.type() == type && record.owner().equals(owner))
          .toList();
    }

    /** The records of that kind, wherever CNAMEs led. */
    public List<DnsRecord> of(RecordType type) {
      return records.stream().filter(record -> record.type() == type).toList();
    }
  }

  /**
   * The name does not exist (NXDOMAIN).
   *
   * @param negative the zone that says so
   */
  record NoSuchName(Negative negative) implements DnsAnswer {}

  /**
   * The name may exist, but has no record of that kind (NODATA, RFC 2308).
   *
   * @param negative the zone that says so
   */
  record NoSuchRecord(Negative negative) implements DnsAnswer {}

  /**
   * The server is not the zone's; these are.
   *
   * @param zone the zone that is delegated
   * @param servers its servers, with the addresses that came along
   */
  record Delegated(DnsName zone, Map<DnsName, List<InetAddress>> servers) implements DnsAnswer {
    public Delegated {
      servers = Map.copyOf(servers);
    }
  }

  /**
   * There was no answer, or one that says nothing about the name.
   *
   * @param failure in which way
   */
  record CouldNotAsk(Failure failure) implements DnsAnswer {
    public CouldNotAsk {
      Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * What came with a denial.
   *
   * @param zone the zone that denies, from its SOA; empty when none came along
   * @param ttl seconds that the denial may be kept (RFC 2308, section 5); 0 when not known
   */
  record Negative(Optional<DnsName> zone, long ttl) {}

  /** The ways in which a question fails. */
  enum Failure {
    /** No answer in time. */
    TIMEOUT,
    /** Nothing listens there. */
    UNREACHABLE,
    /** SERVFAIL, or an answer that cannot be read. */
    SERVER_FAILURE,
    /** The server is said to hold the zone, and does not. */
    LAME,
    /** The signatures do not hold. */
    BOGUS
  }
}
