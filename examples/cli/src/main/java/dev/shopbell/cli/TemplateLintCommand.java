package dev.shopbell.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.templates.DraftFile;
import dev.shopbell.templates.Problem;
import dev.shopbell.templates.StockTemplates;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "lint",
    description = {
      "Checks templates, a line a problem; ends with 1 when there are errors.",
      "A file holds parts, each begun by a line of --- and its name (subject, preheader, html,",
      "text, sms, or a partial's), or is a letter's HTML. Its name says the event and the language,",
      "as in order.paid.en.mustache; otherwise the variables of every event count as known."
    },
    mixinStandardHelpOptions = true)
final class TemplateLintCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The templates.")
  private List<Path> files = List.of();

  @Option(
      names = "--event",
      paramLabel = "E",
      description = "The event whose variables may be used, whatever the file is called.")
  private @Nullable String event;

  @Override
  public Integer call() throws IOException {
    boolean hasErrors = false;
    for (Path file : files) {
      for (Problem problem : problems(file)) {
        hasErrors |= problem.isError();
        JsonLines.print(line(file, problem));
      }
    }
    return hasErrors ? 1 : 0;
  }

  private List<Problem> problems(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      return DraftFile.lint(
          StockTemplates.types(), event == null ? name : event + ".en", Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file + ": give one that is", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is no text in UTF-8: save it as such", e);
    }
  }

  private static ObjectNode line(Path file, Problem problem) {
    String tag = problem.place().tag();
    return PlainJson.object()
        .put("file", file.toString())
        .put("line", problem.place().line())
        .put("column", problem.place().column())
        .put("rule", problem.rule())
        .put("message", (tag.isEmpty() ? "" : tag + ": ") + problem.message());
  }
}
