package dev.shopbell.cli;

import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.jdbc.OutboxCounts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "stats",
    description = {
      "Counts the newest deliveries by type, channel and state, a line each.",
      "Old ones that were taken out are not counted."
    },
    mixinStandardHelpOptions = true)
final class OutboxStatsCommand implements Callable<Integer> {
  @Mixin private final OutboxOptions options = new OutboxOptions();

  @Option(
      names = "--newest",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many deliveries to look at (default: ${DEFAULT-VALUE}).")
  private int newest = 10_000;

  @Override
  public Integer call() throws IOException {
    if (newest < 1) {
      throw new IllegalArgumentException("--newest is " + newest + ": give 1 or more");
    }
    try (JdbcOutbox outbox = options.open()) {
      OutboxCounts counts = outbox.newest(newest);
      counts.lines().forEach(line -> JsonLines.print(line(line)));
      System.err.println(told(counts));
    }
    return 0;
  }

  private static Map<String, Object> line(OutboxCounts.Line counted) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("type", counted.type());
    line.put("channel", counted.channel().name());
    line.put("state", Words.lower(counted.state()));
    line.put("count", counted.count());
    return line;
  }

  private static String told(OutboxCounts counts) {
    String which = counts.all() ? "All there are" : "The newest; --newest N looks at more";
    String since = counts.since().map(time -> ", sent since " + time).orElse("");
    return "%s: %d deliveries%s.".formatted(which, counts.deliveries(), since);
  }
}
