package dev.shopbell.templates.mustache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.engine.TemplateSource;
import dev.shopbell.templates.mustachejava.MustacheJavaEngine;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Our engine beside mustache.java, on templates made at random. Left out is what the two are known
 * to differ in, where the specification is on our side: tags alone on their line and indentation
 * (which it loses in places), delimiters, blocks within blocks, and the entity for an apostrophe.
 */
class OracleTest {
  private static final String[] NAMES = {"a", "b", "l", "m.x", "gone", "no", "yes", "e"};
  private static final Map<String, String> PARTIALS =
      Map.of("p", "<{{a}}>", "q", "[{{#l}}{{n}}{{/l}}]", "f", "({{$t}}{{b}}{{/t}})");
  private static final Map<String, Object> DATA =
      Map.of(
          "a",
          "A<&\">",
          "b",
          "bé茶",
          "l",
          List.of(Map.of("n", 1, "a", "x"), Map.of("n", 2)),
          "m",
          Map.of("x", "mx"),
          "no",
          false,
          "yes",
          true,
          "e",
          List.of());

  private final Random random = new Random(11);

  @Test
  void saysTheSameAboutTwentyThousandTemplates() {
    for (int i = 0; i < 20_000; i++) {
      StringBuilder template = new StringBuilder();
      piece(template, 4);
      TemplateSource source =
          TemplateSource.of("t", template.toString(), Medium.SPECIFICATION)
              .with(PARTIALS)
              .trusting(variable -> true);
      assertThat(ours(source)).as(template.toString()).isEqualTo(theirs(source));
    }
  }

  private static String ours(TemplateSource source) {
    return new MustacheEngine(Limits.MERCHANT).compile(source).render(DATA);
  }

  private static String theirs(TemplateSource source) {
    try {
      return new MustacheJavaEngine().compile(source).render(DATA);
    } catch (TemplateException e) {
      return "mustache.java: " + e.getMessage();
    }
  }

  private void piece(StringBuilder out, int depth) {
    for (int i = random.nextInt(4); i >= 0; i--) {
      out.append("text ".substring(random.nextInt(5)));
      switch (random.nextInt(depth > 0 ? 8 : 4)) {
        case 0 -> out.append("{{").append(value()).append("}}");
        case 1 -> out.append("{{{").append(value()).append("}}}");
        case 2 -> out.append("x{{! left out }}y");
        case 3 -> out.append("x{{>").append(random.nextBoolean() ? "p" : "q").append("}}y");
        case 4, 5 -> section(out, "#", depth);
        case 6 -> section(out, "^", depth);
        default -> parent(out);
      }
      out.append("z");
    }
  }

  /** Lists and maps are no text: mustache.java would print them, and we refuse to. */
  private String value() {
    return List.of("a", "b", "m.x", "gone", "yes", "n").get(random.nextInt(6));
  }

  private void section(StringBuilder out, String sigil, int depth) {
    String name = NAMES[random.nextInt(NAMES.length)];
    out.append("{{").append(sigil).append(name).append("}}");
    piece(out, depth - 1);
    out.append("{{/").append(name).append("}}");
  }

  private void parent(StringBuilder out) {
    out.append("x{{<f}}");
    if (random.nextBoolean()) {
      out.append("{{$t}}t{{a}}{{/t}}");
    }
    out.append("{{/f}}y");
  }
}
