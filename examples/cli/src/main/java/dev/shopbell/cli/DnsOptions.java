package dev.shopbell.cli;

import dev.shopbell.dns.DnsClient;
import dev.shopbell.dns.DnsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the DNS is asked. */
final class DnsOptions {
  private static final Pattern ADDRESS = Pattern.compile("(\\[[^\\]]+\\]|[^:]+)(?::(\\d{1,5}))?");

  @Option(
      names = "--dns",
      paramLabel = "HOST:PORT",
      description = "The recursive resolver (default: the system's; port 53).")
  @Nullable String resolver;

  @Option(
      names = "--authoritative-port",
      paramLabel = "N",
      defaultValue = "53",
      description = "The port of the zones' own servers (default: ${DEFAULT-VALUE}).")
  private int authoritativePort = 53;

  @Option(
      names = "--trust-anchor",
      paramLabel = "FILE",
      description = "DS or DNSKEY records, as in a zone file: signatures are checked here too.")
  private @Nullable Path trustAnchor;

  @Option(
      names = "--timeout",
      paramLabel = "MILLISECONDS",
      defaultValue = "3000",
      description = "For one attempt of two (default: ${DEFAULT-VALUE}).")
  private int timeout = 3_000;

  DnsClient open() {
    DnsSettings settings =
        resolver == null ? DnsSettings.system() : DnsSettings.of(address(resolver));
    return DnsClient.open(
        settings
            .authoritativePort(authoritativePort)
            .timeout(Duration.ofMillis(timeout), 2)
            .trustAnchors(anchors(), Clock.systemUTC()));
  }

  private String anchors() {
    return trustAnchor == null ? "" : String.join("\n", lines("--trust-anchor", trustAnchor));
  }

  static List<String> lines(String option, Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "%s: there is no file %s: give one that exists".formatted(option, file), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s: %s cannot be read as text: give another file".formatted(option, file), e);
    }
  }

  private static InetSocketAddress address(String text) {
    Matcher parts = ADDRESS.matcher(text);
    try {
      if (!parts.matches()) {
        throw new UnknownHostException(text);
      }
      int port = parts.group(2) == null ? 53 : Integer.parseInt(parts.group(2));
      return new InetSocketAddress(InetAddress.getByName(parts.group(1)), port);
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--dns is \"%s\": give an address and a port, as in 127.0.0.1:5353".formatted(text), e);
    }
  }
}
