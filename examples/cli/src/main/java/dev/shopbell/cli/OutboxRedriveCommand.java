package dev.shopbell.cli;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.jdbc.JdbcOutbox;
import dev.shopbell.notice.DeliveryId;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "redrive",
    description = {
      "Sends again what was given up: a line of JSON for each that is due again.",
      "Each has as long as before to go out; whoever works the outbox off takes it from there.",
      "What is unknown may then arrive twice."
    },
    mixinStandardHelpOptions = true)
final class OutboxRedriveCommand implements Callable<Integer> {
  @Mixin private final OutboxOptions options = new OutboxOptions();
  @Mixin private final GivenUp which = new GivenUp();

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Deliveries, as dead names them.")
  private List<String> ids = List.of();

  @Option(names = "--all", description = "All that was given up, up to the limit.")
  private boolean all;

  @Override
  public Integer call() throws IOException {
    boolean many = all || which.isNarrowed();
    if (many == !ids.isEmpty()) {
      throw new IllegalArgumentException(
          "say what to send again: either identifiers, as dead prints them, or --all or --state");
    }
    List<DeliveryId> named = ids.stream().map(DeliveryId::new).toList();
    try (JdbcOutbox outbox = options.open()) {
      return many ? redriveMany(outbox) : redriveNamed(outbox, named);
    }
  }

  private int redriveMany(JdbcOutbox outbox) {
    which.of(outbox).forEach(dead -> redrive(outbox, dead));
    long left = outbox.status().givenUp();
    if (left > 0) {
      System.err.println("Still given up: " + left + ".");
    }
    return 0;
  }

  private static int redriveNamed(JdbcOutbox outbox, List<DeliveryId> ids) {
    boolean done = true;
    for (DeliveryId id : ids) {
      if (outbox.find(id).flatMap(dead -> redrive(outbox, dead)).isEmpty()) {
        System.err.println(id + " is not given up, or not there: nothing is sent again");
        done = false;
      }
    }
    return done ? 0 : 1;
  }

  private static Optional<Delivery> redrive(JdbcOutbox outbox, Delivery dead) {
    Optional<Delivery> again =
        outbox.redrive(dead.id(), dead.window().again(Clock.systemUTC().instant()));
    again.ifPresent(delivery -> JsonLines.print(GivenUp.line(delivery)));
    return again;
  }
}
