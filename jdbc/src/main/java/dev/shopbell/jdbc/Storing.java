package dev.shopbell.jdbc;

import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Stores notices in transactions of their own. Small ones that several threads send at the same
 * time share one, where the database can end a wait for another's key soon. If they cannot be
 * stored together, each goes alone and hears of its own fault.
 */
final class Storing {
  private static final int LEADERS = 2;
  private static final int FEW_DELIVERIES = 8;
  private static final int FEW_OCTETS = 32_768;

  private final Database database;
  private final Enqueuing enqueuing;
  private final LeaderCommit<Notices, Optional<SendResult>> shared;

  Storing(Database database, Enqueuing enqueuing) {
    this.database = database;
    this.enqueuing = enqueuing;
    this.shared = new LeaderCommit<>(LEADERS, this::together);
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

  /** What fails for one may do well without it, unless there is no database. */
  private List<Optional<SendResult>> together(List<Notices> all) {
    try {
      return database
          .storeOnce("storing notices", connection -> enqueuing.store(connection, all))
          .stream()
          .map(Optional::of)
          .toList();
    } catch (OutboxException e) {
      if (e.isAway()) {
        throw e;
      }
      return Collections.nCopies(all.size(), Optional.empty());
    }
  }
}
