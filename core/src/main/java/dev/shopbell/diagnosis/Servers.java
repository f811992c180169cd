package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.DnsServer.Kind;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of a zone's own servers have answered in this examination. One that has not yet is asked
 * one question, and no further one when that stays without an answer: a silent server costs one
 * time-out, whatever is to be asked of it.
 */
final class Servers {
  private static final DnsAnswer SILENCE = new CouldNotAsk(Failure.TIMEOUT);

  private final Map<DnsServer, Boolean> heard = new ConcurrentHashMap<>();
  private final Set<DnsServer> askedFirst = new HashSet<>();

  boolean isSilent(DnsServer server) {
    return Boolean.FALSE.equals(heard.get(server));
  }

  /** True for one that has answered, and once a round for one that was never asked. */
  boolean mayBeAsked(DnsServer server) {
    return server.kind() != Kind.AUTHORITATIVE
        || heard.containsKey(server)
        || askedFirst.add(server);
  }

  void nextRound() {
    askedFirst.clear();
  }

  void answered(DnsServer server, DnsAnswer answer) {
    if (server.kind() == Kind.AUTHORITATIVE) {
      heard.merge(server, !answer.equals(SILENCE), Boolean::logicalOr);
    }
  }
}
