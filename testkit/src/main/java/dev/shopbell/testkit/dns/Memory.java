package dev.shopbell.testkit.dns;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** What a recursive server still holds from before: old records, and that there was nothing. */
final class Memory {
  private final Map<Name, Map<Integer, Answer>> answers = new ConcurrentHashMap<>();
  private final Map<Name, Answer> missing = new ConcurrentHashMap<>();

  void put(List<Record> records) {
    for (Record record : records) {
      node(record.getName())
          .computeIfAbsent(record.getType(), t -> Answer.authoritative())
          .records()
          .add(record);
    }
  }

  void putMissing(Name name, Record soa) {
    Answer answer = Answer.authoritative();
    answer.rcode(Rcode.NXDOMAIN);
    answer.authority().add(soa);
    missing.put(name, answer);
  }

  void putMissing(Name name, int type, Record soa) {
    Answer answer = Answer.authoritative();
    answer.authority().add(soa);
    node(name).put(type, answer);
  }

  void clear() {
    answers.clear();
    missing.clear();
  }

  /** What is held for that name and type, an alias included. */
  Optional<Answer> find(Name name, int type) {
    if (missing.containsKey(name)) {
      return Optional.ofNullable(missing.get(name));
    }
    Function<Integer, Optional<Answer>> held =
        t -> Optional.ofNullable(answers.getOrDefault(name, Map.of()).get(t));
    return held.apply(type).or(() -> held.apply(Type.CNAME).filter(a -> !a.records().isEmpty()));
  }

  private Map<Integer, Answer> node(Name name) {
    return answers.computeIfAbsent(name, n -> new ConcurrentHashMap<>());
  }
}
