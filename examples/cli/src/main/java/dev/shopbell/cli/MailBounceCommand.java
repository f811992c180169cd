package dev.shopbell.cli;

import dev.shopbell.inbound.Envelope;
import dev.shopbell.inbound.InboundMail;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "bounce",
    description = {
      "Tells what messages that came back are.",
      "A line of JSON each; of a report on several recipients, a line a recipient."
    },
    mixinStandardHelpOptions = true)
final class MailBounceCommand implements Callable<Integer> {
  @Mixin private final ReturnPathKeys keys = new ReturnPathKeys();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A raw message (.eml); - for standard input.")
  private List<Path> files = List.of();

  @Override
  public Integer call() {
    InboundLines lines = new InboundLines(keys.verp());
    boolean all = true;
    for (Path file : files) {
      all &= tell(file, lines);
    }
    return all ? 0 : 2;
  }

  private static boolean tell(Path file, InboundLines lines) {
    try (InputStream raw = file.toString().equals("-") ? System.in : Files.newInputStream(file)) {
      lines.print(InboundMail.read(raw, Envelope.UNKNOWN));
      return true;
    } catch (IOException e) {
      System.err.println(file + " cannot be read: give a file with one raw message");
      return false;
    }
  }
}
