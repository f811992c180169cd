package dev.shopbell.testkit.dns;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.xbill.DNS.Name;

/** How often each name and type was asked for over the network. */
final class QuestionCount {
  private final Map<Asked, LongAdder> counts = new ConcurrentHashMap<>();
  private final LongAdder all = new LongAdder();
  private final LongAdder byTcp = new LongAdder();

  void count(Question question, boolean tcp) {
    counts
        .computeIfAbsent(new Asked(question.name(), question.type()), a -> new LongAdder())
        .increment();
    all.increment();
    if (tcp) {
      byTcp.increment();
    }
  }

  int all() {
    return all.intValue();
  }

  int byTcp() {
    return byTcp.intValue();
  }

  int of(Name name) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().name.equals(name))
        .mapToInt(e -> e.getValue().intValue())
        .sum();
  }

  int of(Name name, int type) {
    LongAdder count = counts.get(new Asked(name, type));
    return count == null ? 0 : count.intValue();
  }

  void clear() {
    counts.clear();
    all.reset();
    byTcp.reset();
  }

  private record Asked(Name name, int type) {}
}
