package dev.shopbell.cli;

import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.jdbc.OutboxStatus;
import dev.shopbell.jdbc.OutboxStatus.Lane;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "status",
    description = {
      "Counts what waits, what is under way and what was given up.",
      "It reads the whole queue: ask when you want to know, not every second."
    },
    mixinStandardHelpOptions = true)
final class OutboxStatusCommand implements Callable<Integer> {
  @Mixin private final OutboxOptions options = new OutboxOptions();

  @Override
  public Integer call() throws IOException {
    try (JdbcOutbox outbox = options.open()) {
      JsonLines.print(line(outbox.status()));
    }
    return 0;
  }

  private static Map<String, Object> line(OutboxStatus status) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("urgent", lane(status.urgent()));
    line.put("marketing", lane(status.marketing()));
    line.put("givenUp", status.givenUp());
    return line;
  }

  private static Map<String, Object> lane(Lane lane) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("pending", lane.pending());
    line.put("underWay", lane.underWay());
    line.put("lateSince", lane.lateSince().map(Instant::toString).orElse(null));
    return line;
  }
}
