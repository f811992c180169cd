package dev.shopbell.cli;

import picocli.CommandLine.Command;

@Command(
    name = "mail",
    description = "Letters as they go over the wire, and what comes back.",
    subcommands = {
      MailComposeCommand.class,
      MailSendCommand.class,
      MailRelayCommand.class,
      MailBounceCommand.class,
      MailReceiveCommand.class
    },
    mixinStandardHelpOptions = true)
final class MailCommands {}
