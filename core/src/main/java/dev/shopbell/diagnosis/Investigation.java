package dev.shopbell.diagnosis;

import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsQuestion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a reasoning, asks what it misses, and runs it again, until it has come to its end. */
final class Investigation<T> {
  private static final int MOST_ROUNDS = 60;
  private static final DnsAnswer UNANSWERED = new CouldNotAsk(Failure.SERVER_FAILURE);
  private static final DnsAnswer GIVEN_UP = new CouldNotAsk(Failure.TIMEOUT);

  private final Dns dns;
  private final Evidence evidence;
  private final Function<Evidence, T> reasoning;
  private final Clock clock;
  private final Instant deadline;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  Investigation(
      Dns dns, Evidence evidence, Function<Evidence, T> reasoning, Clock clock, Instant deadline) {
    this.dns = dns;
    this.evidence = evidence;
    this.reasoning = reasoning;
    this.clock = clock;
    this.deadline = deadline;
  }

  /** Starts with the questions that are sure to come, so that the first round misses nothing. */
  CompletableFuture<T> start(List<DnsQuestion> first) {
    ask(0, first);
    return result;
  }

  private void round(int number) {
    try {
      if (number == MOST_ROUNDS || !clock.instant().isBefore(deadline)) {
        evidence.close();
      }
      result.complete(reasoning.apply(evidence));
    } catch (Evidence.MissingAnswers e) {
      ask(number, evidence.takeWanted());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }

  private void ask(int number, List<DnsQuestion> questions) {
    List<CompletableFuture<DnsAnswer>> asked = new ArrayList<>();
    List<CompletableFuture<Void>> known = new ArrayList<>();
    for (DnsQuestion question : questions) {
      CompletableFuture<DnsAnswer> answer = ask(question);
      asked.add(answer);
      known.add(answer.handle((said, failed) -> put(question, said, failed)));
    }
    var unused =
        CompletableFuture.allOf(known.toArray(CompletableFuture[]::new))
            .completeOnTimeout(null, left().toMillis(), TimeUnit.MILLISECONDS)
            .thenRun(
                () -> {
                  asked.forEach(this::giveUp);
                  round(number + 1);
                });
  }

  private Duration left() {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void giveUp(CompletableFuture<DnsAnswer> late) {
    if (late.cancel(false)) {
      evidence.close();
    }
  }

  private CompletableFuture<DnsAnswer> ask(DnsQuestion question) {
    try {
      return dns.ask(question);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private @Nullable Void put(
      DnsQuestion question, @Nullable DnsAnswer said, @Nullable Throwable failed) {
    evidence.put(question, answer(said, failed));
    return null;
  }

  /** A client that throws all the same has not answered. */
  private static DnsAnswer answer(@Nullable DnsAnswer said, @Nullable Throwable failed) {
    if (said != null) {
      return said;
    }
    return failed instanceof CancellationException ? GIVEN_UP : UNANSWERED;
  }
}
