package dev.shopbell.testkit.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * A resolver that walks from the root to the zone that has the answer, in memory. It goes to the
 * next server where one is dead, lame or told to fail, and fails when it has no more.
 */
final class Recursion {
  private static final int LONGEST_CHAIN = 16;
  private static final int DEEPEST = 16;
  private static final int MOST_DETOURS = 4;

  private final Supplier<List<String>> root;
  private final BiFunction<String, Question, Optional<Answer>> ask;
  private final Supplier<String> anchor;
  private final Memory memory = new Memory();

  /**
   * With the addresses of the root's servers, what a server at an address says if it is asked, and
   * the trust anchor.
   */
  Recursion(
      Supplier<List<String>> root,
      BiFunction<String, Question, Optional<Answer>> ask,
      Supplier<String> anchor) {
    this.root = root;
    this.ask = ask;
    this.anchor = anchor;
  }

  Memory memory() {
    return memory;
  }

  Answer resolve(Question question) {
    return resolve(question, 0);
  }

  /** The same, checked against the trust anchor; what is remembered is not. */
  Answer validate(Question question) {
    return memory.find(question.name(), question.type()).isPresent()
        ? resolve(question)
        : new Validation(this::resolve, anchor).check(question);
  }

  private Answer resolve(Question question, int detours) {
    Answer whole = new Answer();
    Name name = question.name();
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Answer step = held(question.at(name), detours);
      whole.append(step);
      Optional<Name> target = step.alias(name, question.type());
      if (target.isEmpty()) {
        return whole;
      }
      name = target.get();
    }
    return Answer.of(Rcode.SERVFAIL);
  }

  private Answer held(Question question, int detours) {
    return memory.find(question.name(), question.type()).orElseGet(() -> walk(question, detours));
  }

  private Answer walk(Question question, int detours) {
    List<String> servers = root.get();
    for (int depth = 0; depth < DEEPEST; depth++) {
      Optional<Answer> answer = firstUsable(servers, question);
      if (answer.isEmpty()) {
        break;
      }
      if (!answer.get().isReferral()) {
        return answer.get();
      }
      servers = addresses(answer.get(), detours);
    }
    return Answer.of(Rcode.SERVFAIL);
  }

  private Optional<Answer> firstUsable(List<String> servers, Question question) {
    return servers.stream()
        .flatMap(address -> ask.apply(address, question).stream())
        .filter(Answer::isUsable)
        .findFirst();
  }

  private List<String> addresses(Answer referral, int detours) {
    List<String> addresses = new ArrayList<>();
    for (Record record : referral.authority()) {
      if (record instanceof NSRecord server) {
        addresses.addAll(addresses(server.getTarget(), referral, detours));
      }
    }
    return addresses;
  }

  private List<String> addresses(Name host, Answer referral, int detours) {
    List<String> glue = addresses(host, referral.additional());
    if (!glue.isEmpty() || detours >= MOST_DETOURS) {
      return glue;
    }
    Answer found = resolve(new Question(host, Type.A, false), detours + 1);
    return found.records().stream().flatMap(Recursion::address).toList();
  }

  private static List<String> addresses(Name host, List<Record> records) {
    return records.stream()
        .filter(r -> r.getName().equals(host))
        .flatMap(Recursion::address)
        .toList();
  }

  private static Stream<String> address(Record record) {
    return record instanceof ARecord a
        ? Stream.of(a.getAddress().getHostAddress())
        : Stream.empty();
  }
}
