package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.jdbc.JdbcOutbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the demo's process by force, at lines that it prints, and starts it again. */
@Tag("delivery-07")
@Timeout(120)
class DemoKilledTest {
  private static final int DELIVERIES = 12;
  private static final List<String> LETTERS =
      List.of(
          "1-order.placed-clay-SO-2001",
          "1-order.placed-tea-SO-1001",
          "2-order.paid-clay-SO-2001",
          "2-order.paid-tea-SO-1001",
          "3-admin.order.new-clay-SO-2001",
          "3-admin.order.new-tea-SO-1001",
          "3-admin.order.new-tea-SO-1002",
          "4-order.shipped-clay-SO-2001",
          "4-order.shipped-tea-SO-1001");

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  @Test
  void killedByForceItGoesOnAndEveryLetterIsThereOnce() throws IOException {
    killAt(line -> line.startsWith("Orders placed"));
    killAt(line -> line.contains("\"order.placed\""));
    killAt(line -> line.contains("\"admin.order.new\""));
    killAt(line -> line.startsWith("The tea shop sets up"));
    Cli last = Cli.run("", "demo", "--out", folder.toString());
    last.out().lines().forEach(told::add);

    assertThat(last.exit()).as(last.err()).isZero();
    assertThat(last.err()).contains("Going on with the demo in ").contains(" from before");
    assertThat(files(".eml")).containsExactlyElementsOf(LETTERS);
    assertThat(files(".html")).hasSize(LETTERS.size() + 1);
    assertThat(Files.readString(folder.resolve("index.html")).split("<figure>", -1))
        .hasSize(LETTERS.size() + 1);
    assertThat(told.stream().filter(line -> line.startsWith("{"))).doesNotHaveDuplicates();
    assertThat(Files.readString(folder.resolve("4-order.shipped-tea-SO-1001.eml")))
        .contains("orders@anjitea.example");
    try (JdbcOutbox outbox = JdbcOutbox.sqlite(folder.resolve("outbox.db")).build()) {
      assertThat(outbox.list(EnumSet.allOf(DeliveryState.class), 1_000))
          .hasSize(DELIVERIES)
          .extracting(Delivery::state)
          .containsOnly(DeliveryState.ACCEPTED);
    }
  }

  private List<String> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }

  private void killAt(Predicate<String> moment) throws IOException {
    Process demo =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "demo",
                "--out",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    List<String> seen = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        seen.add(line);
        if (moment.test(line)) {
          demo.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(seen).anyMatch(moment);
    told.addAll(seen);
  }
}
