package dev.shopbell.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** MariaDB's server from the path, on loopback and a free port, with a folder of its own. */
final class MariaDbServer {
  private static final long MOST_WAITING_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final List<String> command;
  private final Path folder;
  private final int port;
  private Process process;

  private MariaDbServer(List<String> command, Path folder, int port) {
    this.command = command;
    this.folder = folder;
    this.port = port;
    this.process = run(command, folder);
  }

  static MariaDbServer start(Path folder) throws IOException, InterruptedException {
    boolean root = "root".equals(System.getProperty("user.name"));
    String user = root ? "mysql" : System.getProperty("user.name");
    Path data = Files.createTempDirectory("shopbell-mariadb");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> install =
        List.of(
            "mariadb-install-db",
            "--user=" + user,
            "--datadir=" + data.resolve("db"),
            "--auth-root-authentication-method=normal",
            "--skip-test-db");
    if (run(install, folder).waitFor() != 0) {
      throw new TestAbortedException("skipped: MariaDB's server could not be set up here");
    }
    int port = freePort();
    List<String> command = new ArrayList<>(List.of("mariadbd", "--no-defaults"));
    command.add("--user=" + user);
    command.add("--datadir=" + data.resolve("db"));
    command.add("--socket=" + data.resolve("socket"));
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + port);
    MariaDbServer server = new MariaDbServer(command, folder, port);
    server.await();
    return server;
  }

  private static Process run(List<String> command, Path folder) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve(command.get(0) + ".log").toFile())
          .start();
    } catch (IOException e) {
      throw new TestAbortedException("skipped: " + command.get(0) + " is not installed", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/shopbell?createDatabaseIfNotExist=true";
  }

  private void await() {
    long end = System.nanoTime() + MOST_WAITING_NANOS;
    while (true) {
      try (var connection = DriverManager.getConnection(url(), "root", "")) {
        connection.createStatement().execute("SELECT 1");
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end || !process.isAlive()) {
          process.destroy();
          throw new TestAbortedException("skipped: MariaDB's server did not start", e);
        }
      }
    }
  }

  /** Kills it and starts it again, on the same port and with what it had committed. */
  void killAndStart() throws InterruptedException {
    process.destroyForcibly().waitFor();
    process = run(command, folder);
    await();
  }

  /** Stops it where nobody waits. */
  void end() {
    process.destroy();
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor(30, TimeUnit.SECONDS);
  }
}
