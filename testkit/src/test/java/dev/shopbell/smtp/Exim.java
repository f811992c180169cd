package dev.shopbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Exim on a free port of the loopback, which keeps what it takes until it is told. */
final class Exim implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/sbin/exim4");

  private static final String CONFIGURATION =
      """
      primary_hostname = mx.customer.example
      spool_directory = %1$s
      log_file_path = %1$s/%%slog
      pid_file_path = %1$s/exim.pid
      exim_user = %2$s
      exim_group = %2$s
      trusted_users = root
      local_interfaces = 127.0.0.1
      daemon_smtp_ports = %3$s
      keep_environment =
      tls_advertise_hosts =
      smtputf8_advertise_hosts = *
      chunking_advertise_hosts = *
      message_size_limit = 200000
      smtp_accept_max = 50
      smtp_accept_max_per_connection = 30
      queue_only
      acl_smtp_mail = sender
      acl_smtp_rcpt = recipient
      acl_smtp_data = content
      begin acl
      sender:
        deny condition = ${if >{$message_size}{100000}}
             message = 552 5.3.4 too large for us
        accept
      recipient:
        deny local_parts = nobody
             message = 550 5.1.1 no such user
        accept
      content:
        deny condition = ${if match{$h_subject:}{refuse}}
             message = 554 5.6.0 not these words
        accept
      begin routers
      all:
        driver = accept
        transport = kept
      begin transports
      kept:
        driver = appendfile
        directory = %1$s/taken
        maildir_format
        envelope_to_add
        create_directory
        user = %2$s
      """;

  private final Path spool;
  private final Path configuration;
  private final int port;
  private final Process daemon;

  private Exim(Path folder) throws Exception {
    spool = open(Files.createDirectory(folder.resolve("spool")));
    open(folder);
    port = freePort();
    String own = System.getProperty("user.name");
    String user = own.equals("root") ? "Debian-exim" : own;
    configuration =
        Files.writeString(folder.resolve("exim.conf"), CONFIGURATION.formatted(spool, user, port));
    daemon = exim("-bdf");
    awaitGreeting();
  }

  /** Starts it, with its files in that folder. */
  static Exim start(Path folder) throws Exception {
    return new Exim(folder);
  }

  int port() {
    return port;
  }

  /** What it had taken, each message as a file has it; it is delivered here and now. */
  List<String> delivered() throws Exception {
    Process run = exim("-qff");
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    List<String> messages = new ArrayList<>();
    try (Stream<Path> files = Files.list(spool.resolve("taken/new"))) {
      for (Path file : files.toList()) {
        messages.add(Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return messages;
  }

  private Process exim(String what) throws IOException {
    return new ProcessBuilder(PROGRAM.toString(), "-C", configuration.toString(), what)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(spool.resolve("out").toFile()))
        .start();
  }

  /** It runs as a user of its own, who must come to its files. */
  private static Path open(Path folder) {
    File file = folder.toFile();
    assertThat(file.setExecutable(true, false) && file.setReadable(true, false)).isTrue();
    assertThat(file.setWritable(true, false)).isTrue();
    return folder;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitGreeting() throws IOException {
    while (true) {
      assertThat(daemon.isAlive()).as("Exim runs, see " + spool).isTrue();
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.getInputStream().read() == '2') {
          return;
        }
      } catch (IOException e) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> dialogues = daemon.descendants().toList();
    daemon.destroy();
    dialogues.forEach(one -> one.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    daemon.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
