package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsServer;
import java.util.List;

/**
 * How one server sees one record.
 *
 * @param server the server
 * @param answer what it said
 * @param kind what that comes to
 * @param values the values that stand there
 */
record Sight(DnsServer server, DnsAnswer answer, Kind kind, List<String> values) {
  enum Kind {
    /** The value that is expected. */
    RIGHT,
    /** The expected value, by way of other names. */
    CHAIN,
    /** Names that lead in a circle. */
    LOOP,
    /** Several values. */
    SEVERAL,
    /** Another value. */
    WRONG,
    /** Another value, and nobody could say where it leads. */
    UNSURE,
    /** No such name, or no such record. */
    ABSENT,
    /** Nothing is known. */
    UNKNOWN
  }

  Sight {
    values = List.copyOf(values);
  }

  boolean isKnown() {
    return kind != Kind.UNKNOWN;
  }

  boolean isRight() {
    return kind == Kind.RIGHT || kind == Kind.CHAIN;
  }
}
