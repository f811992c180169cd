package dev.shopbell.jdbc;

import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Stores notices in transactions of their own. Small ones that several threads send at the same
 * time share one, where the database can end a wait for another's key soon. If they cannot be
 * stored together, each goes alone and hears of its own fault; without a database all hear of that.
 */
final class Storing {
  private static final int LEADERS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int FEW_DELIVERIES = 8;
  private static final int FEW_OCTETS = 32_768;

  private final Database database;
  private final Enqueuing enqueuing;
  private final LeaderCommit<Notices, SendResult> shared;

  Storing(Database database, Enqueuing enqueuing) {
    this.database = database;
    this.enqueuing = enqueuing;
    this.shared = new LeaderCommit<>(LEADERS, PATIENCE, this::together);
  }

  SendResult store(Submission submission) {
    Notices notices = enqueuing.notices(submission);
    return isSmall(notices) && database.dialect().storesTogether()
        ? shared.apply(notices).orElseGet(() -> alone(notices))
        : alone(notices);
  }

  private static boolean isSmall(Notices notices) {
    int deliveries = notices.deliveries().size();
    return deliveries > 0 && deliveries <= FEW_DELIVERIES && notices.octets() <= FEW_OCTETS;
  }

  private SendResult alone(Notices notices) {
    return database.store("storing a notice", connection -> enqueuing.store(connection, notices));
  }

  /**
   * What fails for one may do well without it, unless there is no database. Whose key was used
   * before asks for the first by itself.
   */
  private List<Optional<SendResult>> together(List<Notices> all) {
    try {
      return database.storeOnce("storing notices", connection -> enqueuing.store(connection, all));
    } catch (RuntimeException e) {
      if (e instanceof OutboxException known && known.isAway()) {
        throw e;
      }
      return Collections.nCopies(all.size(), Optional.empty());
    }
  }
}
