package dev.shopbell.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The command {@code shopbell}. */
@Command(
    name = "shopbell",
    description = "The notification layer of a commerce platform, from the command line.",
    mixinStandardHelpOptions = true,
    version = "shopbell 0.1.0-SNAPSHOT",
    subcommands = {
      DemoCommand.class,
      DomainCommands.class,
      MailCommands.class,
      OutboxCommands.class,
      SenderCommands.class,
      SmsCommand.class,
      TemplateCommands.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:the answer is no", "2:wrong usage"})
final class Main {
  @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show logs and stack traces.")
  private boolean debug;

  /** Runs a command and ends with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    Main main = new Main();
    return new CommandLine(main)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionStrategy(main::execute)
        .setExecutionExceptionHandler(main::failed)
        .execute(args);
  }

  /** The level is read when the first logger is made, which is after this. */
  private int execute(ParseResult parsed) {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", debug ? "debug" : "off");
    return new RunLast().execute(parsed);
  }

  private int failed(Exception e, CommandLine command, ParseResult parsed) {
    if (debug) {
      e.printStackTrace(command.getErr());
    }
    command.getErr().println("shopbell: " + e.getMessage());
    return e instanceof IllegalArgumentException ? 2 : 1;
  }
}
