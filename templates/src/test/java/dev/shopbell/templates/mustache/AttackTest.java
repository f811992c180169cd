package dev.shopbell.templates.mustache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.engine.TemplateSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates written to break out of the engine, or to use up what it runs on. */
@Tag("template-08")
class AttackTest {
  private static final Limits LIMITS = Limits.MERCHANT;

  private static Map<String, Object> data() {
    Map<String, Object> data = new HashMap<>();
    data.put("items", new ArrayList<>(List.of("a", "b")));
    data.put("map", new HashMap<>(Map.of("k", "v")));
    data.put("many", new ArrayList<>(Collections.nCopies(1_000, "m")));
    data.put("text", "t");
    data.put("name", "p");
    data.put("number", 5);
    data.put("flag", true);
    data.put("url", "https://shop.example/");
    return data;
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.mustache.AttackTemplates#all")
  void endsWithinItsLimitsAndTellsNothing(AttackTemplates.Attack attack) {
    Map<String, Object> data = data();
    for (Medium medium : List.of(Medium.SPECIFICATION, Medium.HTML, Medium.TEXT)) {
      assertHarmless(rendered(attack, medium, data));
    }
    assertThat(data).as("the caller's data").isEqualTo(data());
  }

  private static String rendered(
      AttackTemplates.Attack attack, Medium medium, Map<String, Object> data) {
    try {
      return new MustacheEngine(LIMITS)
          .compile(
              TemplateSource.of("attack", attack.template(), medium)
                  .with(attack.partials())
                  .trusting(variable -> true))
          .render(data);
    } catch (TemplateException e) {
      assertThat(e.getMessage()).startsWith("template attack").hasSizeLessThan(400);
      return "";
    }
  }

  private static void assertHarmless(String output) {
    assertThat(output.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(LIMITS.outputBytes());
    assertThat(output).doesNotContain("root:", "java.", "ClassLoader", "@", "[a, b]", "127.0.0.1");
  }

  @Test
  void thereAreAtLeastAHundred() {
    assertThat(AttackTemplates.all().count()).isGreaterThan(300);
  }

  @ParameterizedTest
  @EnumSource(Medium.class)
  void aTemplateOfFiveMegabytesIsRefusedByItsSize(Medium medium) {
    assertThat(problem("x".repeat(5_000_000), medium))
        .isEqualTo(
            "template attack: it has 5,000,000 characters with its partials: at most 262,144 are"
                + " allowed, shorten it");
  }

  @Test
  void anErrorNamesLineColumnAndTagAndTheRemedy() {
    assertThat(problem("Dear {{name}},\n\n  {{#items}}\n{{/item}}", Medium.TEXT))
        .isEqualTo(
            "template attack, line 4, column 1, at {{/item}}: closes another tag than the one that is"
                + " open, {{#items}} from line 3, column 3: write {{/items}} first");
    assertThat(problem("{{#items}}\nx", Medium.TEXT))
        .isEqualTo(
            "template attack, line 1, column 1, at {{#items}}: is opened here and never closed:"
                + " write {{/items}} where it ends");
    assertThat(problem("é🍵 {{name", Medium.TEXT))
        .isEqualTo(
            "template attack, line 1, column 5, at {{name: the tag is not closed: write }} behind its"
                + " name");
    assertThat(problem("{{#items}}\n  {{>p}}", Medium.TEXT))
        .contains("line 1, column 1, at {{#items}}");
  }

  @Test
  void anErrorWhileRenderingTellsNoValue() {
    assertThat(problem("a\n{{items}}", Medium.TEXT))
        .isEqualTo(
            "template attack, line 2, column 1, at {{items}}: it is a list, not text: open it as a"
                + " section, {{#name}}…{{/name}}");
  }

  private static String problem(String template, Medium medium) {
    try {
      return new MustacheEngine(LIMITS)
          .compile(TemplateSource.of("attack", template, medium))
          .render(data());
    } catch (TemplateException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
