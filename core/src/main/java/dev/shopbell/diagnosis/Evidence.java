package dev.shopbell.diagnosis;

import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsName;
import dev.shopbell.dns.DnsQuestion;
import dev.shopbell.dns.DnsServer;
import dev.shopbell.dns.RecordType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers that are known so far. Reasoning reads it as if all were known; where one is not, the
 * reasoning is broken off, the missing questions are asked together, and it runs again from its
 * beginning. So the reasoning is plain code that never waits.
 */
final class Evidence {
  /** No honest domain needs a tenth of it. */
  private static final int MOST_QUESTIONS = 600;

  private final Map<DnsQuestion, Known> known = new ConcurrentHashMap<>();
  private final Servers servers = new Servers();
  private final Set<DnsQuestion> wanted = new LinkedHashSet<>();
  private final Clock clock;
  private final boolean validates;
  private final String probe;
  private volatile boolean closed;

  private record Known(DnsAnswer answer, Instant at) {}

  /**
   * @param validates whether signatures can be checked here
   * @param probe a label that nobody has published
   */
  Evidence(Clock clock, boolean validates, String probe) {
    this.clock = clock;
    this.validates = validates;
    this.probe = probe;
  }

  /** Breaks the reasoning off until more is known. */
  @SuppressWarnings("serial")
  static final class MissingAnswers extends RuntimeException {
    private MissingAnswers() {
      super(null, null, false, false);
    }
  }

  boolean validates() {
    return validates;
  }

  String probe() {
    return probe;
  }

  /** The answer to a question. */
  DnsAnswer ask(DnsServer server, DnsName name, RecordType type) {
    DnsQuestion question = new DnsQuestion(server, name, type);
    Known answer = want(question);
    if (answer == null) {
      throw new MissingAnswers();
    }
    return answer.answer();
  }

  /** Says that questions will be needed, so that they are asked together with others. */
  void expect(DnsServer server, List<DnsName> names, RecordType type) {
    names.forEach(name -> want(new DnsQuestion(server, name, type)));
  }

  private @Nullable Known want(DnsQuestion question) {
    Known answer = known.get(question);
    if (answer != null) {
      return answer;
    }
    if (closed || known.size() + wanted.size() >= MOST_QUESTIONS) {
      return new Known(new CouldNotAsk(Failure.TIMEOUT), clock.instant());
    }
    if (servers.isSilent(question.server())) {
      return new Known(new CouldNotAsk(Failure.TIMEOUT), clock.instant());
    }
    if (servers.mayBeAsked(question.server())) {
      wanted.add(question);
    }
    return null;
  }

  /** How much of a time to live is left since its answer came, in whole seconds, rounded up. */
  Duration left(DnsServer server, DnsName name, RecordType type, long ttl) {
    Known answer = known.get(new DnsQuestion(server, name, type));
    Duration age = answer == null ? Duration.ZERO : Duration.between(answer.at(), clock.instant());
    long left = Duration.ofSeconds(ttl).minus(age).plusMillis(999).toSeconds();
    return Duration.ofSeconds(Math.max(0, left));
  }

  /** What that reasoning says; empty while something is missing for it. */
  <T> Optional<T> attempt(Supplier<T> reasoning) {
    try {
      return Optional.of(reasoning.get());
    } catch (MissingAnswers e) {
      return Optional.empty();
    }
  }

  /** What a reasoning says of each item, their questions asked together. */
  <T, R> List<R> each(List<T> items, Function<T, R> reasoning) {
    List<R> results = new ArrayList<>();
    for (T item : items) {
      attempt(() -> reasoning.apply(item)).ifPresent(results::add);
    }
    if (results.size() < items.size()) {
      throw new MissingAnswers();
    }
    return results;
  }

  /** Breaks off when an attempt could not be finished. */
  <T> T settled(Optional<T> attempt) {
    return attempt.orElseThrow(MissingAnswers::new);
  }

  /** The questions to ask now. */
  List<DnsQuestion> takeWanted() {
    List<DnsQuestion> questions = List.copyOf(wanted);
    wanted.clear();
    servers.nextRound();
    return questions;
  }

  void put(DnsQuestion question, DnsAnswer answer) {
    servers.answered(question.server(), answer);
    known.put(question, new Known(answer, clock.instant()));
  }

  /** No more is asked; what is not known counts as unanswered. */
  void close() {
    closed = true;
  }
}
