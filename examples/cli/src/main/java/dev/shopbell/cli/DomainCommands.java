package dev.shopbell.cli;

import picocli.CommandLine.Command;

@Command(
    name = "domain",
    description = "Brand domains: what to publish, and what the world sees of it.",
    mixinStandardHelpOptions = true,
    subcommands = {DomainSetupCommand.class, DomainCheckCommand.class})
final class DomainCommands {}
