package dev.shopbell.cli;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.jdbc.JdbcOutbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Runs two stores through order placed, paid and shipped on real parts.",
      "A line of JSON for each delivery; each letter as .eml and .html.",
      "Killed at any moment, it goes on where it was when it is started again."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--smtp",
      paramLabel = "URI",
      description = "Send the platform's mail there, not to a server of the demo's own.")
  private @Nullable String smtp;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "shopbell-demo",
      description =
          "Where the letters are written and the deliveries kept (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("shopbell-demo");

  @Option(names = "--fresh", description = "Forget what was sent before, and begin anew.")
  private boolean fresh;

  private final PrintWriter people = new PrintWriter(System.err, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() throws IOException {
    try (DemoFolder folder = new DemoFolder(out)) {
      if (fresh) {
        folder.clear();
      }
      try (JdbcOutbox outbox = folder.outbox()) {
        return run(new DemoPast(outbox), folder);
      }
    }
  }

  private int run(DemoPast past, DemoFolder folder) throws IOException {
    LetterFolder letters = folder.letters();
    PrintWriter lines = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    DemoReport report = new DemoReport(lines, people, letters);
    boolean finished = letters.hasIndex() && past.isOver();
    List<Delivery> left = past.givenUp();
    if (finished) {
      people.println("This demo is finished. All of it was sent before, and nothing goes twice.");
    } else {
      people.println(past.told(folder.outboxFile()));
      try (Demo demo = new Demo(Optional.ofNullable(smtp), past, letters, report)) {
        left = demo.run();
      }
    }
    report.summary();
    letters.writeIndex();
    tellEnd(folder, left);
    return left.isEmpty() ? 0 : 1;
  }

  private void tellEnd(DemoFolder folder, List<Delivery> left) {
    people.println();
    for (Delivery delivery : left) {
      people.println(
          "Not delivered: "
              + delivery.notice().type()
              + ", "
              + delivery.state()
              + ": "
              + delivery.progress().why());
    }
    people.println("The letters: " + out.resolve("index.html"));
    people.println("The deliveries: " + folder.outboxFile() + ", listed by");
    people.println("  examples/shopbell outbox stats --jdbc jdbc:sqlite:" + folder.outboxFile());
    people.println("Begin anew: examples/shopbell demo --fresh" + where());
  }

  private String where() {
    return out.equals(Path.of("shopbell-demo")) ? "" : " --out " + out;
  }
}
