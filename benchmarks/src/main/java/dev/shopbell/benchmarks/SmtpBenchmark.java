package dev.shopbell.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Letters a second to a server that takes everything, in a process of its own, with what a letter
 * costs this process in processor time. Run by {@code benchmarks/run --main SmtpBenchmark}; with an
 * argument only the rows whose name contains it.
 */
final class SmtpBenchmark {
  private static final double SECONDS = 4;
  private static final int WARM_UPS = 2;
  private static final byte[] LETTER = MailLetters.octets();

  private final int direct;
  private final int delayed;
  private final String only;

  private SmtpBenchmark(int direct, int delayed, String only) {
    this.direct = direct;
    this.delayed = delayed;
    this.only = only;
  }

  private interface Way {
    void send(int letters) throws Exception;
  }

  /** Sends in each way, near and far. */
  public static void main(String[] args) throws Exception {
    Process sink = sink();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(sink.getInputStream(), StandardCharsets.US_ASCII))) {
      String[] ports = out.readLine().split(" ", -1);
      new SmtpBenchmark(
              Integer.parseInt(ports[0]),
              Integer.parseInt(ports[1]),
              args.length == 0 ? "" : args[0])
          .run();
    } finally {
      sink.destroy();
    }
    System.exit(0);
  }

  private static Process sink() throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-cp",
            System.getProperty("java.class.path"),
            MailSink.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void run() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "a letter of %s octets%n%-44s %10s %14s%n",
        LETTER.length,
        "",
        "letters/s",
        "CPU us/letter");
    near(4);
    far(8);
    far(1);
    MailWays one = new MailWays(delayed, 1, 64);
    measure("20 ms, 1 connection, shopbell CHUNKING 16", 500, n -> one.shopbell(n, "&chunking=16"));
    measure(
        "20 ms, 1 connection, client CHUNKING 16", 500, n -> one.client(n, LETTER, "&chunking=16"));
    measure("20 ms, 1 connection, limit CHUNKING 16", 500, n -> one.prebuilt(n, LETTER, 16));
    measure("20 ms, 1 connection, limit CHUNKING 32", 500, n -> one.prebuilt(n, LETTER, 32));
    if ("stalls".contains(only)) {
      stalls();
    }
  }

  private void near(int connections) throws Exception {
    String at = "no delay, " + connections + " connections, ";
    MailWays ways = new MailWays(direct, connections);
    measure(at + "shopbell", 2_000, n -> ways.shopbell(n, ""));
    measure(at + "client, written before", 10_000, n -> ways.client(n, LETTER, ""));
    measure(at + "limit", 10_000, n -> ways.prebuilt(n, LETTER, 0));
    measure(at + "Angus kept open", 1_000, ways::angus);
    measure(at + "Spring send(array)", 1_000, ways::spring);
    measure(at + "Simple Java Mail", 1_000, ways::simpleJavaMail);
    measure(at + "Vert.x", 1_000, ways::vertx);
  }

  private void far(int connections) throws Exception {
    String at = "20 ms, " + connections + (connections == 1 ? " connection, " : " connections, ");
    MailWays ways = new MailWays(delayed, connections);
    measure(at + "shopbell", 100 * connections, n -> ways.shopbell(n, ""));
    measure(at + "limit", 100 * connections, n -> ways.prebuilt(n, LETTER, 0));
    measure(at + "Angus kept open", 16 * connections, ways::angus);
    measure(at + "Spring send(array)", 16 * connections, ways::spring);
    measure(at + "Simple Java Mail", 16 * connections, ways::simpleJavaMail);
    measure(at + "Vert.x", 16 * connections, ways::vertx);
  }

  private void stalls() throws Exception {
    MailWays ways = new MailWays(direct, 1);
    double most = 0;
    int at = 0;
    for (int size = 1; size <= 1 << 20; size = Math.max(size + 1, size * 5 / 4)) {
      double stall = ways.stall(size, 40);
      at = stall > most ? size : at;
      most = Math.max(most, stall);
    }
    System.out.printf(
        Locale.ROOT, "longest letter of 1 octet to 1 MB: %.1f ms, at %s octets%n", most, at);
  }

  /** Finds out how many letters take some seconds, and sends so many: the last time counts. */
  private void measure(String name, int probe, Way way) throws Exception {
    if (!name.contains(only)) {
      return;
    }
    way.send(probe);
    double before = seconds(way, probe);
    int letters = (int) Math.min(100_000, Math.max(probe, probe * SECONDS / before));
    for (int i = 0; i < WARM_UPS; i++) {
      way.send(letters);
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    double seconds = seconds(way, letters);
    System.out.printf(
        Locale.ROOT,
        "%-44s %10.0f %14.0f%n",
        name,
        letters / seconds,
        (system.getProcessCpuTime() - cpu) / 1e3 / letters);
  }

  private static double seconds(Way way, int letters) throws Exception {
    long start = System.nanoTime();
    way.send(letters);
    return (System.nanoTime() - start) / 1e9;
  }
}
