package dev.shopbell.diagnosis;

import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsAnswer.CouldNotAsk;
import dev.shopbell.dns.DnsAnswer.Failure;
import dev.shopbell.dns.DnsQuestion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Runs a reasoning, asks what it misses, and runs it again, until it has come to its end. */
final class Investigation<T> {
  private static final int MOST_ROUNDS = 60;
  private static final DnsAnswer UNANSWERED = new CouldNotAsk(Failure.SERVER_FAILURE);

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

  CompletableFuture<T> start() {
    round(1);
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
    CompletionStage<Void> answers =
        CompletableFuture.allOf(
            questions.stream().map(this::ask).toArray(CompletableFuture[]::new));
    answers.whenComplete(
        (done, failed) -> {
          if (failed == null) {
            round(number + 1);
          } else {
            result.completeExceptionally(failed);
          }
        });
  }

  /** A client that throws all the same has not answered. */
  private CompletableFuture<Void> ask(DnsQuestion question) {
    try {
      return dns.ask(question)
          .exceptionally(failed -> UNANSWERED)
          .thenAccept(answer -> evidence.put(question, answer));
    } catch (RuntimeException e) {
      evidence.put(question, UNANSWERED);
      return CompletableFuture.completedFuture(null);
    }
  }
}
