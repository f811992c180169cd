package dev.shopbell.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.notice.Purpose;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.templates.FileLint;
import dev.shopbell.templates.Problem;
import dev.shopbell.templates.StockTemplates;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "lint",
    description = {
      "Checks templates, a line a problem; ends with 1 when there are errors. Several files of one",
      "event are checked together: each language has what the others have.",
      "A file holds parts, each begun by a line of --- and its name (subject, preheader, html,",
      "text, sms, or a partial's), or is a letter's HTML. Its name says the event and the language,",
      "as in order.paid.en.mustache; otherwise the variables of every event count as known."
    },
    mixinStandardHelpOptions = true)
final class TemplateLintCommand implements Callable<Integer> {
  private static final long LARGEST = 1 << 26;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The templates.")
  private List<Path> files = List.of();

  @Option(
      names = "--event",
      paramLabel = "E",
      description = "The event whose variables may be used, whatever the file is called.")
  private @Nullable String event;

  @Option(
      names = "--purpose",
      paramLabel = "P",
      description =
          "Why it is sent, transactional, marketing or critical, whatever the event says.")
  private @Nullable Purpose purpose;

  @Option(
      names = "--sms-profile",
      paramLabel = "NAME",
      defaultValue = "cn",
      description = "How text messages are counted (default: ${DEFAULT-VALUE}).")
  private String profile = "cn";

  @Override
  public Integer call() throws IOException {
    Map<String, String> contents = new LinkedHashMap<>();
    for (Path file : files) {
      contents.put(file.toString(), content(file));
    }
    FileLint lint = FileLint.of(StockTemplates.types()).sms(SmsProfile.named(profile));
    lint = event == null ? lint : lint.event(event);
    lint = purpose == null ? lint : lint.purpose(purpose);
    boolean hasErrors = false;
    for (Map.Entry<String, List<Problem>> file : lint.check(contents).entrySet()) {
      for (Problem problem : file.getValue()) {
        hasErrors |= problem.isError();
        JsonLines.print(line(file.getKey(), problem));
      }
    }
    return hasErrors ? 1 : 0;
  }

  private static String content(Path file) throws IOException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(file + " is larger than 64 MB: give a template");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no file " + file + ": give one that is", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is no text in UTF-8: save it as such", e);
    }
  }

  private static ObjectNode line(String file, Problem problem) {
    String tag = problem.place().tag();
    return PlainJson.object()
        .put("file", file)
        .put("line", problem.place().line())
        .put("column", problem.place().column())
        .put("rule", problem.rule())
        .put("message", (tag.isEmpty() ? "" : tag + ": ") + problem.message());
  }
}
