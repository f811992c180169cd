package dev.shopbell.cli;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Progress;
import dev.shopbell.jdbc.JdbcOutbox;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the deliveries that were given up, and a line for each: nothing personal. */
final class GivenUp {
  private static final Set<DeliveryState> ALL =
      Arrays.stream(DeliveryState.values())
          .filter(DeliveryState::isGivenUp)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeliveryState.class)));

  @Option(
      names = "--state",
      paramLabel = "S",
      description = "Only these: failed, unknown or expired.")
  private @Nullable DeliveryState state;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many at most, the oldest first (default: ${DEFAULT-VALUE}).")
  private int limit = 1_000;

  boolean isNarrowed() {
    return state != null;
  }

  /** The oldest of them. */
  List<Delivery> of(JdbcOutbox outbox) {
    return outbox.list(states(), limit());
  }

  /** Says when there are more than were shown. */
  void tellMore(JdbcOutbox outbox, List<Delivery> shown) {
    if (shown.size() == limit && outbox.list(states(), limit + 1).size() > limit) {
      System.err.println("There are more: --limit N shows more than " + limit + ".");
    }
  }

  private int limit() {
    if (limit < 1 || limit > 1_000_000) {
      throw new IllegalArgumentException("--limit is " + limit + ": give 1 to 1000000");
    }
    return limit;
  }

  private Set<DeliveryState> states() {
    if (state == null) {
      return ALL;
    }
    if (!state.isGivenUp()) {
      throw new IllegalArgumentException(
          "--state " + Words.lower(state) + " is not given up: use failed, unknown or expired");
    }
    return EnumSet.of(state);
  }

  static Map<String, Object> line(Delivery delivery) {
    Progress progress = delivery.progress();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", delivery.id().value());
    line.put("store", delivery.notice().store().value());
    line.put("type", delivery.notice().type());
    line.put("channel", progress.route().get(0).name());
    line.put("state", Words.lower(progress.state()));
    line.put("why", progress.why());
    line.put("attempts", progress.attempts());
    return line;
  }
}
