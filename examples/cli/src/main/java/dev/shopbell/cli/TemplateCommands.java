package dev.shopbell.cli;

import picocli.CommandLine.Command;

@Command(
    name = "template",
    description = "What the notices say: the stock set, and templates of your own.",
    subcommands = {
      TemplateListCommand.class,
      TemplateRenderCommand.class,
      TemplateGalleryCommand.class,
      TemplateLintCommand.class,
      TemplateEvalCommand.class,
    },
    mixinStandardHelpOptions = true)
final class TemplateCommands {}
