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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates written to break out of the engine, or to use up what it runs on. */
@Tag("template-08")
class AttackTest {
  private static final Limits LIMITS = Limits.MERCHANT;

  private record Attack(String name, String template, Map<String, String> partials) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Attack attack(String template) {
    String name = template.length() > 60 ? template.substring(0, 60) + "…" : template;
    return new Attack(name.replaceAll("\\s", " "), template, Map.of());
  }

  private static Attack attack(String name, String template, Map<String, String> partials) {
    return new Attack(name, template, partials);
  }

  static Stream<Attack> attacks() {
    return Stream.of(reaching(), reading(), bombs(), loops(), broken(), blocks())
        .flatMap(each -> each);
  }

  /** A name that would be a method, a field or a class to an engine that reflects. */
  private static Stream<Attack> reaching() {
    Stream<String> members =
        Stream.of(
            "items.clear",
            "items.size",
            "items.iterator",
            "items.toArray",
            "items.stream",
            "items.class",
            "items.getClass",
            "items.0",
            "items.empty",
            "items.isEmpty",
            "text.bytes",
            "text.length",
            "text.toUpperCase",
            "text.class",
            "text.getClass",
            "text.hashCode",
            "text.class.classLoader",
            "text.class.protectionDomain",
            "class",
            "getClass",
            "class.name",
            "class.module",
            "getClass.getClassLoader",
            "hashCode",
            "toString",
            "notify",
            "wait",
            "clone",
            "finalize",
            "map.clear",
            "map.keySet",
            "map.entrySet",
            "map.values",
            "map.remove",
            "map.size",
            "map.empty",
            "number.intValue",
            "number.class",
            "flag.class",
            "url.content",
            "url.openStream",
            "url.host",
            "this",
            "this.class",
            "super",
            "..",
            "...",
            ".class",
            "items.",
            ".items",
            "items..size",
            "__proto__",
            "constructor",
            "constructor.constructor",
            "prototype",
            "T(java.lang.Runtime)",
            "${7*7}",
            "#{7*7}",
            "env.PATH",
            "system.exit",
            "java.lang.System",
            "@index",
            "@root.items");
    return members.flatMap(
        name ->
            Stream.of(
                attack("{{" + name + "}}"),
                attack("{{#" + name + "}}x{{/" + name + "}}"),
                attack("{{{" + name + "}}}")));
  }

  /** A partial that would be a file or an address to an engine that reads them. */
  private static Stream<Attack> reading() {
    return Stream.of(
            "/etc/passwd",
            "file:/etc/passwd",
            "file:///etc/passwd",
            "../../../../etc/passwd",
            "https://evil.example/x",
            "http://127.0.0.1:1/",
            "jar:file:/x.jar!/y",
            "classpath:application.properties",
            "META-INF/MANIFEST.MF",
            "module-info.class",
            "/proc/self/environ",
            "C:\\windows\\win.ini",
            "\\\\evil\\share",
            "ftp://evil.example/",
            "*text",
            "*items",
            "**text",
            "*text.class",
            "..",
            ".",
            "/",
            "*")
        .flatMap(
            name ->
                Stream.of(
                    attack("{{>" + name + "}}"), attack("{{<" + name + "}}{{/" + name + "}}")));
  }

  private static Stream<Attack> bombs() {
    return Stream.of(
            "{{",
            "{{{",
            "}}",
            "{{#",
            "{{x}}",
            "{{=",
            "{{!",
            "{{>p}}",
            "x",
            "\n",
            " ",
            "{{/x}}",
            "{{#x}}",
            "{{<p}}",
            "{{$b}}",
            "{{$b}}\n",
            "{{#a}}{{/a}}",
            "{{{a}}}",
            "{{=<% %>=}}<%={{ }}=%>",
            "\u202e",
            "\ud800",
            "<!--",
            "<a href=\"",
            "<script>",
            "<style>")
        .flatMap(
            part ->
                Stream.of(1_000, 250_000, 1_000_000)
                    .map(
                        size ->
                            attack(
                                part.strip() + " × " + size,
                                filled(part, size),
                                Map.of("p", "x"))));
  }

  private static String filled(String part, int size) {
    return part.repeat(Math.max(1, size / part.length()));
  }

  private static Stream<Attack> loops() {
    Map<String, String> laughs = new HashMap<>();
    for (int i = 0; i < 30; i++) {
      laughs.put("p" + i, ("{{>p" + (i + 1) + "}}").repeat(10));
    }
    laughs.put("p30", "lol");
    Map<String, String> silent = new HashMap<>(laughs);
    silent.put("p30", "");
    return Stream.of(
        attack("nested lists", "{{#many}}".repeat(8) + "x" + "{{/many}}".repeat(8), Map.of()),
        attack(
            "nested lists of nothing", "{{#many}}".repeat(50) + "{{/many}}".repeat(50), Map.of()),
        attack("a list of long text", "{{#many}}" + "x".repeat(100_000) + "{{/many}}", Map.of()),
        attack("a list of nothing", "{{#many}}{{#many}}{{gone.gone}}{{/many}}{{/many}}", Map.of()),
        attack("a partial in itself", "{{>p}}", Map.of("p", "x{{>p}}")),
        attack(
            "a partial in itself, indented",
            " {{>p}}\n",
            Map.of("p", " ".repeat(190) + "{{>p}}\nx\n")),
        attack("two partials in each other", "{{>p}}", Map.of("p", "{{>q}}", "q", "{{>p}}")),
        attack("a partial named by the data", "{{>*name}}", Map.of("p", "{{>*name}}")),
        attack("a billion laughs", "{{>p0}}", laughs),
        attack("a billion silent laughs", "{{>p0}}", silent),
        attack("deep sections", "{{#text}}".repeat(2_000) + "{{/text}}".repeat(2_000), Map.of()),
        attack("deep inverted sections", "{{^x}}".repeat(5_000) + "{{/x}}".repeat(5_000), Map.of()),
        attack(
            "deep lookups",
            "{{#text}}".repeat(90) + "{{gone}}".repeat(10_000) + "{{/text}}".repeat(90),
            Map.of()),
        attack("long paths", ("{{" + "a.".repeat(99) + "a}}").repeat(1_000), Map.of()));
  }

  private static Stream<Attack> broken() {
    return Stream.of(
            "{{}}",
            "{{ }}",
            "{{#}}{{/}}",
            "{{/a}}",
            "{{#a}}",
            "{{#a}}{{/b}}",
            "{{#a}}{{#b}}{{/a}}{{/b}}",
            "{{^a}}",
            "{{$a}}",
            "{{<a}}",
            "{{a",
            "{{{a}}",
            "{{{a",
            "{{=}}",
            "{{= =}}",
            "{{=a=}}",
            "{{=a b c=}}",
            "{{==  ==}}",
            "{{=<% %>",
            "{{!",
            "{{>}}",
            "{{<}}{{/}}",
            "{{a b}}",
            "{{a\nb}}",
            "{{" + "a".repeat(300) + "}}",
            "{{=" + "a".repeat(50) + " b=}}",
            "{{#a}}{{=<% %>=}}{{/a}}",
            "\u0000{{\u0000}}",
            "{{\ud800}}")
        .map(AttackTest::attack);
  }

  private static Stream<Attack> blocks() {
    String many =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "{{$b" + i + "}}x{{/b" + i + "}}")
            .reduce("", String::concat);
    return Stream.of(
        attack("a parent in itself", "{{<p}}{{/p}}", Map.of("p", "{{<p}}{{/p}}")),
        attack(
            "a parent in its own argument",
            "{{<p}}{{$b}}{{<p}}{{/p}}{{/b}}{{/p}}",
            Map.of("p", "{{$b}}{{/b}}")),
        attack(
            "a block in itself",
            "{{<p}}{{$b}}{{$b}}{{/b}}{{/b}}{{/p}}",
            Map.of("p", "{{$b}}{{/b}}")),
        attack(
            "parents that grow",
            "{{<p}}{{$b}}x{{/b}}{{/p}}",
            Map.of("p", "{{<p}}{{$b}}{{$b}}{{/b}}{{$b}}{{/b}}{{/b}}{{/p}}")),
        attack(
            "many arguments in a list",
            "{{<p}}" + many + "{{/p}}",
            Map.of("p", "{{#many}}" + many + "{{/many}}")),
        attack(
            "many parents",
            "{{<p}}{{$b}}x{{/b}}{{/p}}".repeat(5_000),
            Map.of("p", "{{$b}}{{/b}}".repeat(2_000))),
        attack(
            "blank lines in blocks",
            "{{$b}}\n".repeat(90) + "\n".repeat(200_000) + "{{/b}}\n".repeat(90),
            Map.of()),
        attack(
            "a deep indentation",
            "{{#many}}\n" + " ".repeat(200) + "{{>p}}\n{{/many}}",
            Map.of("p", "\n".repeat(10_000))));
  }

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
  @MethodSource("attacks")
  void endsWithinItsLimitsAndTellsNothing(Attack attack) {
    Map<String, Object> data = data();
    for (Medium medium : List.of(Medium.SPECIFICATION, Medium.HTML, Medium.TEXT)) {
      assertHarmless(rendered(attack, medium, data));
    }
    assertThat(data).as("the caller's data").isEqualTo(data());
  }

  private static String rendered(Attack attack, Medium medium, Map<String, Object> data) {
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
    assertThat(attacks().count()).isGreaterThan(300);
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
