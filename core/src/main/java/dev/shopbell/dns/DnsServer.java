package dev.shopbell.dns;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom a question goes to.
 *
 * @param kind how it is asked
 * @param address where; empty for the recursive resolver, which the settings name
 */
public record DnsServer(Kind kind, Optional<InetAddress> address) {
  /** How a server is asked. */
  public enum Kind {
    /** The recursive resolver, as everybody asks it. */
    RECURSIVE,
    /** The recursive resolver, told not to check signatures (CD, RFC 4035). */
    UNCHECKED,
    /** The recursive resolver, with signatures checked here against the trust anchor. */
    VALIDATED,
    /** One server of a zone, asked for what it holds itself (without RD). */
    AUTHORITATIVE
  }

  public static final DnsServer RECURSIVE = new DnsServer(Kind.RECURSIVE, Optional.empty());
  public static final DnsServer UNCHECKED = new DnsServer(Kind.UNCHECKED, Optional.empty());
  public static final DnsServer VALIDATED = new DnsServer(Kind.VALIDATED, Optional.empty());

  public DnsServer {
    Objects.requireNonNull(kind, "kind");
    if ((kind == Kind.AUTHORITATIVE) != address.isPresent()) {
      throw new IllegalArgumentException(
          "an address belongs to an authoritative server, and to no other");
    }
  }

  /** A zone's own server at that address. */
  public static DnsServer authoritative(InetAddress address) {
    return new DnsServer(Kind.AUTHORITATIVE, Optional.of(address));
  }

  boolean isAuthoritative() {
    return kind == Kind.AUTHORITATIVE;
  }
}
