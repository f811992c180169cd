package dev.shopbell.templates.mustache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Templates written to break out of an engine, or to use up what it runs on. */
final class AttackTemplates {
  private AttackTemplates() {}

  record Attack(String name, String template, Map<String, String> partials) {
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

  static Stream<Attack> all() {
    return Stream.of(
            reaching(),
            reading(),
            bombs(),
            loops(),
            broken(),
            blocks(),
            nesting(),
            games(),
            crowds())
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
        .map(AttackTemplates::attack);
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

  /** Delimiters and names that a tokenizer may trip over. */
  private static Stream<Attack> games() {
    return Stream.of(
            "{{={{ }}=}}{{text}}",
            "{{={ }=}}{text}{#many}{/many}",
            "{{=# #=}}#text###many#x#/many#",
            "{{=} {=}}}text{",
            "{{=! !=}}!text!!!x!",
            "{{=/ /=}}/text///text/",
            "{{=$ $=}}$text$$$b$x$/b$",
            "{{=a a=}}atexta",
            "{{=a b=}}a#textbxa/textb",
            "{{=.. ..=}}..text..",
            "{{=< >=}}<text><#text>x</text>",
            "{{=\n<%\n%>\n=}}<%text%>",
            "{{=\u0000 \u0001=}}\u0000text\u0001",
            "{{=\ud83d\ude00 \ud83d\ude01=}}\ud83d\ude00text\ud83d\ude01",
            "{{=\ud800 \ud801=}}\ud800text\ud801",
            "{{={{{ }}}=}}{{{text}}}",
            "{{=<% %>=}}<%={{ }}=%>{{=| |=}}|text|",
            "{{{{x}}}}",
            "{{{ {x} }}}",
            "{{{x}}}}",
            "{{&{x}}}",
            "{{& gone}}{{{gone}}}",
            "{{!--{{x}}--}}",
            "{{!\n}}}}",
            "{{#.}}{{text}}{{/.}}",
            "{{#map}}{{.}}{{/map}}",
            "{{#map}}{{#map}}{{#map}}{{k}}{{/map}}{{/map}}{{/map}}",
            "{{#items}}{{#.}}{{.}}{{/.}}{{/items}}",
            "{{/ *name}}",
            "{{>* name}}{{< *name}}{{/*name}}",
            "{{#*name}}x{{/*name}}",
            "{{>*map}}{{>*items}}{{>*number}}{{>*flag}}{{>*.}}{{>*gone}}",
            "{{<*gone}}{{$b}}x{{/b}}{{/*gone}}",
            "{{\ufeff}}{{\u200b}}{{\u202e}}",
            "{{text\u0000}}{{\u0000text}}",
            "{{#text}}\r{{/text}}\r\n{{#text}}\r\n{{/text}}\r")
        .map(AttackTemplates::attack);
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
