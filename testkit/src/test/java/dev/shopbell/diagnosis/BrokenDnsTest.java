package dev.shopbell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsAnswer;
import dev.shopbell.dns.DnsName;
import dev.shopbell.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host's own client that breaks its word. */
@Tag("domain-07")
class BrokenDnsTest {
  private static final ExpectedRecord RECORD =
      ExpectedRecord.cname(new DnsName("s1.annstea.example"), new DnsName("t.platform.example"));

  private static DomainReport examine(Dns dns) {
    return new DomainExaminer(dns, false, Clock.systemUTC(), new SplittableRandom(1))
        .examine(new DnsName("annstea.example"), List.of(RECORD))
        .join();
  }

  @Test
  void thatThrowsHasNotAnswered() {
    DomainReport report =
        examine(
            question -> {
              throw new IllegalStateException("broken");
            });
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void thatFailsHasNotAnswered() {
    DomainReport report =
        examine(question -> CompletableFuture.failedFuture(new IllegalStateException("broken")));
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void thatNeverAnswersIsGivenUpAtTheEnd() {
    Queue<CompletableFuture<DnsAnswer>> asked = new ConcurrentLinkedQueue<>();
    SettableClock clock = SettableClock.at(Instant.EPOCH);
    Dns silent =
        question -> {
          clock.advance(Duration.ofMinutes(2));
          CompletableFuture<DnsAnswer> answer = new CompletableFuture<>();
          asked.add(answer);
          return answer;
        };
    DomainReport report =
        new DomainExaminer(silent, false, clock, new SplittableRandom(1))
            .examine(new DnsName("annstea.example"), List.of(RECORD))
            .orTimeout(30, TimeUnit.SECONDS)
            .join();
    assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(asked).isNotEmpty().allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void nothingToPublishIsNothingVerified() {
    assertThat(
            new DomainExaminer(
                    question -> CompletableFuture.failedFuture(new IllegalStateException()),
                    false,
                    Clock.systemUTC(),
                    new SplittableRandom(1))
                .examine(new DnsName("annstea.example"), List.of())
                .join()
                .verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }
}
