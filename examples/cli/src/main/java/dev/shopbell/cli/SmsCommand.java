package dev.shopbell.cli;

import picocli.CommandLine.Command;

@Command(
    name = "sms",
    description = "Counts text messages as providers charge them, splits and prices them.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SmsCountCommand.class,
      SmsSplitCommand.class,
      SmsExplainCommand.class,
      SmsProfilesCommand.class,
      SmsPriceCommand.class
    })
final class SmsCommand {}
