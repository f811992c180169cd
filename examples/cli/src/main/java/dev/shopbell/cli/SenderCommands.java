package dev.shopbell.cli;

import picocli.CommandLine.Command;

@Command(
    name = "sender",
    description = "Who a shop's mail is from.",
    subcommands = SenderPlanCommand.class,
    mixinStandardHelpOptions = true)
final class SenderCommands {}
