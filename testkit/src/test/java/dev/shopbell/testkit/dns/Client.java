package dev.shopbell.testkit.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks one server, as a resolver or as somebody who asks an authoritative server. */
final class Client {
  private final SimpleResolver resolver;
  private boolean recursion;

  private Client(ScriptedDnsServer server, boolean recursion) {
    this.resolver = new SimpleResolver(server.address());
    this.recursion = recursion;
    resolver.setTimeout(Duration.ofSeconds(5));
  }

  static Client of(ScriptedDnsServer authoritative) {
    return new Client(authoritative, false);
  }

  static Client recursive(DnsWorld world) {
    return new Client(world.recursive(), true);
  }

  Client edns(int payload) {
    resolver.setEDNS(payload == 0 ? -1 : 0, payload, 0, List.of());
    return this;
  }

  Client ignoringTruncation() {
    resolver.setIgnoreTruncation(true);
    return this;
  }

  Client tcp() {
    resolver.setTCP(true);
    return this;
  }

  Client timeout(Duration timeout) {
    resolver.setTimeout(timeout);
    return this;
  }

  SimpleResolver resolver() {
    return resolver;
  }

  static Message query(String name, int type) {
    Name full = Records.name(name);
    return Message.newQuery(Record.newRecord(full, type, DClass.IN));
  }

  Message ask(String name, int type) {
    try {
      return send(query(name, type));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Message send(Message query) throws IOException {
    if (!recursion) {
      query.getHeader().unsetFlag(Flags.RD);
    }
    return resolver.send(query);
  }

  /** The answer's records as "name ttl type data", and its code if that is not NOERROR. */
  static List<String> records(Message message, int section) {
    return message.getSection(section).stream()
        .filter(r -> r.getType() != Type.OPT)
        .map(
            r ->
                "%s %d %s %s"
                    .formatted(
                        r.getName(), r.getTTL(), Type.string(r.getType()), r.rdataToString()))
        .toList();
  }

  List<String> answers(String name, int type) {
    return records(ask(name, type), Section.ANSWER);
  }
}
