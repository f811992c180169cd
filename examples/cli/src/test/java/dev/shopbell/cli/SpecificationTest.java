package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateSource;
import dev.shopbell.templates.mustache.MustacheEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The Mustache specification's own tests but those for lambdas, where {@code MUSTACHE_SPEC} names
 * the folder of its JSON files.
 */
@EnabledIfEnvironmentVariable(named = "MUSTACHE_SPEC", matches = ".+")
class SpecificationTest {
  @Test
  void everyTestPasses() throws IOException {
    List<String> failed = new ArrayList<>();
    int tests = 0;
    try (var files = Files.newDirectoryStream(Path.of(System.getenv("MUSTACHE_SPEC")), "*.json")) {
      for (Path file : files) {
        if (!file.toString().contains("lambda")) {
          for (JsonNode test : new ObjectMapper().readTree(file.toFile()).get("tests")) {
            tests++;
            if (!rendered(test).equals(test.get("expected").asText())) {
              failed.add(file.getFileName() + ": " + test.get("name").asText());
            }
          }
        }
      }
    }
    assertThat(failed).isEmpty();
    assertThat(tests).isGreaterThan(180);
  }

  private static String rendered(JsonNode test) {
    Map<String, String> partials = new HashMap<>();
    test.path("partials")
        .properties()
        .forEach(each -> partials.put(each.getKey(), each.getValue().asText()));
    TemplateSource source =
        TemplateSource.of("test", test.get("template").asText(), Medium.SPECIFICATION)
            .with(partials)
            .trusting(variable -> true);
    Object data = PlainJson.plain(test.get("data"));
    return new MustacheEngine(Limits.MERCHANT)
        .compile(source)
        .render(data == null ? Map.of() : data);
  }
}
