package dev.shopbell.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.diagnosis.DomainReport.Verdict;
import dev.shopbell.dns.Dns;
import dev.shopbell.dns.DnsName;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
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
