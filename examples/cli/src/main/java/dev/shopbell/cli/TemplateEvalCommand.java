package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateEngine;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.engine.TemplateSource;
import dev.shopbell.templates.mustache.MustacheEngine;
import dev.shopbell.templates.mustachejava.MustacheJavaEngine;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "eval",
    description = {
      "Renders templates from standard input, one JSON object a line:",
      "{\"id\",\"template\",\"data\",\"partials\"}. A merchant's budgets; every variable counts as",
      "trusted HTML, and null is allowed. mustache.java is for trusted templates only."
    },
    mixinStandardHelpOptions = true)
final class TemplateEvalCommand implements Callable<Integer> {
  enum EngineName {
    SHOPBELL("shopbell"),
    MUSTACHE_JAVA("mustache.java");

    private final String shown;

    EngineName(String shown) {
      this.shown = shown;
    }

    @Override
    public String toString() {
      return shown;
    }
  }

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "shopbell",
      description = "shopbell or mustache.java (default: ${DEFAULT-VALUE}).")
  private EngineName engine = EngineName.SHOPBELL;

  @Override
  public Integer call() throws IOException {
    TemplateEngine compiler =
        engine == EngineName.SHOPBELL
            ? new MustacheEngine(Limits.MERCHANT)
            : new MustacheJavaEngine();
    return PlainJson.each(System.in, line -> answer(compiler, line)) ? 0 : 1;
  }

  private static ObjectNode answer(TemplateEngine engine, JsonNode line) {
    ObjectNode answer = PlainJson.object();
    answer.set("id", line.path("id").isValueNode() ? line.get("id") : answer.nullNode());
    try {
      Map<String, String> partials = new HashMap<>();
      line.path("partials")
          .properties()
          .forEach(partial -> partials.put(partial.getKey(), text("partials", partial.getValue())));
      if (!line.path("partials").isObject() && !line.path("partials").isMissingNode()) {
        throw new IllegalArgumentException("partials is no object: give {\"name\": text}");
      }
      TemplateSource source =
          TemplateSource.of(
                  name(line), text("template", line.path("template")), Medium.SPECIFICATION)
              .with(partials)
              .trusting(variable -> true);
      Object data = line.has("data") ? PlainJson.plain(line.get("data")) : Map.of();
      return answer.put("output", engine.compile(source).render(data == null ? Map.of() : data));
    } catch (TemplateException e) {
      return answer.put("error", e.getMessage());
    } catch (IllegalArgumentException e) {
      return answer.put("error", e.getMessage());
    }
  }

  private static String text(String what, JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException(what + " is missing or no text: give it as text");
    }
    return value.asText();
  }

  /** What errors call the template: its id, shortened. */
  private static String name(JsonNode line) {
    String id = line.path("id").asText("").strip();
    return id.isEmpty() ? "of this line" : id.substring(0, Math.min(id.length(), 40));
  }
}
