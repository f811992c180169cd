package dev.shopbell.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "receive",
    description = {
      "Takes what comes back from a mail server in front, by LMTP or SMTP on loopback.",
      "Prints the line of \"mail bounce\" for each message, until it is stopped.",
      "Postfix: bounces@bounces.platform.example lmtp:inet:127.0.0.1:PORT in transport_maps."
    },
    mixinStandardHelpOptions = true)
final class MailReceiveCommand implements Callable<Integer> {
  @Mixin private final ReturnPathKeys keys = new ReturnPathKeys();

  @Option(
      names = "--lmtp",
      required = true,
      paramLabel = "PORT",
      description = "Where it listens, on 127.0.0.1; 0 for any that is free.")
  private int port;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--lmtp is " + port + ": give 0 to 65535");
    }
    InboundLines lines = new InboundLines(keys.verp());
    try (LmtpServer server = LmtpServer.start(port, lines::print)) {
      System.err.println("Listening on 127.0.0.1:" + server.port() + "; end with Ctrl-C.");
      server.await();
    }
    return 0;
  }
}
