package dev.shopbell.templates.mustache;

import static dev.shopbell.templates.mustache.AttackTemplates.attack;

import dev.shopbell.templates.mustache.AttackTemplates.Attack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Templates written to use up what an engine runs on. */
final class BombTemplates {
  private BombTemplates() {}

  static Stream<Attack> all() {
    return Stream.of(bombs(), loops(), nesting(), crowds()).flatMap(each -> each);
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

  /** Everything that can hold something, in itself, up to the limit and far beyond. */
  private static Stream<Attack> nesting() {
    Map<String, String> partials = Map.of("p", "[{{$b}}{{/b}}]");
    return Stream.of(
            List.of("{{#many}}", "{{/many}}"),
            List.of("{{^x}}", "{{/x}}"),
            List.of("{{$b}}", "{{/b}}"),
            List.of("{{<p}}{{$b}}", "{{/b}}{{/p}}"),
            List.of("{{<*name}}{{$b}}", "{{/b}}{{/*name}}"))
        .flatMap(
            pair ->
                Stream.of(99, 100, 101, 2_000, 9_000)
                    .map(
                        depth ->
                            attack(
                                pair.get(0) + " nested " + depth,
                                pair.get(0).repeat(depth) + "x" + pair.get(1).repeat(depth),
                                partials)));
  }

  /** Few characters that would be many operations, routines or bytes. */
  private static Stream<Attack> crowds() {
    StringBuilder places = new StringBuilder();
    for (String element : List.of("a", "style", "script type=\"application/ld+json\"")) {
      for (String name : List.of("href", "title", "style", "src", "onx", "content")) {
        for (String value : List.of("{{>*name}}", "https://x/{{>*name}}", "x?{{>*name}}")) {
          places.append('<').append(element).append(' ').append(name).append("='");
          places.append(value).append("'></").append(element.split(" ", 2)[0]).append('>');
        }
      }
    }
    String page = places.toString();
    Map<String, String> many = new HashMap<>();
    IntStream.range(0, 2_000).forEach(i -> many.put("p" + i, "{{x}}".repeat(8) + "{{>*name}}"));
    Map<String, String> doubling = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      String next = "p" + (i + 1);
      doubling.put(
          "p" + i,
          "{{<"
              + next
              + "}}{{$b}}{{$b}}{{/b}}{{$b}}{{/b}}{{/b}}{{/"
              + next
              + "}}{{>"
              + next
              + "}}");
    }
    doubling.put("p60", "{{$b}}{{/b}}");
    Map<String, String> silent = new HashMap<>();
    IntStream.range(0, 60).forEach(i -> silent.put("p" + i, ("{{>p" + (i + 1) + "}}").repeat(2)));
    return Stream.of(
        attack("many partials in many places", page, many),
        attack("a few long partials in many places", page, Map.of("p", "x".repeat(100_000))),
        attack("arguments that double", "{{<p0}}{{$b}}x{{/b}}{{/p0}}", doubling),
        attack("two to the sixtieth of nothing", "{{>p0}}", silent),
        attack(
            "each item its own crowd",
            "{{#many}}{{>p}}{{/many}}",
            Map.of("p", "{{#many}}{{>p}}{{/many}}")),
        attack(
            "a long argument in many places",
            "{{<p}}{{$b}}" + "y".repeat(200_000) + "{{/b}}{{/p}}",
            Map.of("p", page.replace("{{>*name}}", "{{$b}}{{/b}}"))));
  }
}
