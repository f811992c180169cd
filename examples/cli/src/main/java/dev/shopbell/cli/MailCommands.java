package dev.shopbell.cli;

import picocli.CommandLine.Command;

@Command(
    name = "mail",
    description = "Letters, as they go over the wire.",
    subcommands = {MailComposeCommand.class, MailSendCommand.class},
    mixinStandardHelpOptions = true)
final class MailCommands {}
