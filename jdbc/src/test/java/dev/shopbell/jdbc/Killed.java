package dev.shopbell.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a process of ours and kills it. */
final class Killed {
  /** How often a test kills; for a long run by hand, a hundred. */
  static final int TIMES = Integer.getInteger("outbox.kills", 2);

  private Killed() {}

  /**
   * Runs a process, kills it by its handle, so that its output stays open, once it has told so many
   * lines, and gives all that it told before it ended.
   */
  static List<String> after(int lines, Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> told = new ArrayList<>();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        told.add(line);
        if (told.size() == lines) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    return told;
  }

  /** Tells whoever will kill this process, at once and whole. */
  static synchronized void tell(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Says what came of a long run. */
  static void report(String url, String what) {
    if (TIMES > 2) {
      System.out.printf("%s: %d kills, %s%n", url.substring(0, url.indexOf(':', 5)), TIMES, what);
    }
  }
}
