package dev.shopbell.cli;

import dev.shopbell.delivery.Delivery;
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
      "A line of JSON for each delivery; each letter as .eml and .html."
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
      description = "Where the letters are written (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("shopbell-demo");

  @Override
  public Integer call() throws Exception {
    PrintWriter lines = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter people = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    List<Delivery> left;
    LetterFolder letters = new LetterFolder(out);
    DemoReport report = new DemoReport(lines, people, letters);
    try (Demo demo = new Demo(Optional.ofNullable(smtp), report)) {
      left = demo.run();
    }
    report.summary();
    letters.writeIndex();
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
    return left.isEmpty() ? 0 : 1;
  }
}
