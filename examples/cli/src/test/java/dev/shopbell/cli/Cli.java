package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of the command line, from its input to what it printed.
 *
 * @param exit its code
 * @param out for programs
 * @param err for people
 */
record Cli(int exit, String out, String err) {
  static Cli run(String input, String... args) {
    return run(input.getBytes(StandardCharsets.UTF_8), args);
  }

  static Cli run(byte[] input, String... args) {
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input));
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
      int exit = Main.run(args);
      return new Cli(
          exit, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** What it printed for programs, a line each. */
  List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.lines().toList()) {
      lines.add(JsonLines.JSON.readTree(line));
    }
    return lines;
  }

  /** The first of those lines. */
  JsonNode line() throws IOException {
    return lines().get(0);
  }
}
