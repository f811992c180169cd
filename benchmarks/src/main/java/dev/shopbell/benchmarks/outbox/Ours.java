package dev.shopbell.benchmarks.outbox;

import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.DeliveryStore;
import dev.shopbell.delivery.Submission;
import dev.shopbell.jdbc.JdbcOutbox;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Stores notices in our outbox and works them off with eight threads that do nothing with them. */
final class Ours {
  private static final int BATCH = 64;
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final DeliveryStore outbox;
  private final Crew crew;

  Ours(DeliveryStore outbox, Crew crew) {
    this.outbox = outbox;
    this.crew = crew;
  }

  /**
   * What a transport is like.
   *
   * @param begins whether a beginning is put on record, since it does not de-duplicate
   * @param ids whether its provider gives an identifier
   */
  record Manner(boolean begins, boolean ids) {
    static final List<Manner> ALL =
        List.of(
            new Manner(true, false),
            new Manner(false, false),
            new Manner(true, true),
            new Manner(false, true));

    @Override
    public String toString() {
      return (begins ? "with begin" : "without begin") + (ids ? ", identifiers" : "");
    }
  }

  /** Stores so many in some stores, each commit with that many. */
  int store(int notices, int commit) throws Exception {
    crew.times(notices / commit, () -> store(Samples.submission(commit)));
    return notices;
  }

  /** The same in transactions of the caller's own. */
  int storeWithin(JdbcOutbox outbox, DataSource source, int notices, int commit) throws Exception {
    crew.times(
        notices / commit,
        () -> {
          try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            outbox.within(connection).enqueue(Samples.submission(commit));
            connection.commit();
          }
        });
    return notices;
  }

  /** Stores so many in one store, each commit with that many. */
  int store(String store, int notices, int commit) throws Exception {
    crew.times(notices / commit, () -> store(Samples.submission(store, commit)));
    return notices;
  }

  void store(Submission submission) {
    outbox.enqueue(submission);
  }

  /** Works off all there is. */
  int drain(Manner manner) throws Exception {
    return drain(manner, new AtomicInteger(), claims -> {});
  }

  /**
   * Works off all there is.
   *
   * @param drained counts them as they go
   * @param begun is told of attempts that may be made
   */
  int drain(Manner manner, AtomicInteger drained, Consumer<List<Claim>> begun) throws Exception {
    crew.each(
        () -> {
          List<Claim> claims = claim();
          while (!claims.isEmpty()) {
            List<Claim> holding = manner.begins() ? outbox.begin(claims) : claims;
            begun.accept(holding);
            drained.addAndGet(end(holding, manner));
            claims = claim();
          }
        });
    return drained.get();
  }

  private List<Claim> claim() {
    return outbox.claim(ClaimRequest.of(Instant.now(), LEASE, BATCH));
  }

  private int end(List<Claim> claims, Manner manner) {
    List<Completion> ends =
        claims.stream()
            .map(claim -> new Completion(claim, Samples.accepted(claim.delivery(), manner.ids())))
            .toList();
    return outbox.complete(ends).size();
  }
}
