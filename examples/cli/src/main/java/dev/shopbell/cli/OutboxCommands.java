package dev.shopbell.cli;

import picocli.CommandLine.Command;

@Command(
    name = "outbox",
    description = "What waits in an outbox, what was given up, and sending it again.",
    subcommands = {
      OutboxStatusCommand.class,
      OutboxDeadCommand.class,
      OutboxRedriveCommand.class,
      OutboxStatsCommand.class
    },
    mixinStandardHelpOptions = true)
final class OutboxCommands {}
