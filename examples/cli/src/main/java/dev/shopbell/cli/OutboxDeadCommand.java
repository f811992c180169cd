package dev.shopbell.cli;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.jdbc.JdbcOutbox;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "dead",
    description = "Lists what was given up, the oldest first: why, and how to name it to redrive.",
    mixinStandardHelpOptions = true)
final class OutboxDeadCommand implements Callable<Integer> {
  @Mixin private final OutboxOptions options = new OutboxOptions();
  @Mixin private final GivenUp which = new GivenUp();

  @Override
  public Integer call() throws IOException {
    try (JdbcOutbox outbox = options.open()) {
      List<Delivery> dead = which.of(outbox);
      dead.forEach(delivery -> JsonLines.print(GivenUp.line(delivery)));
      which.tellMore(outbox, dead);
    }
    return 0;
  }
}
