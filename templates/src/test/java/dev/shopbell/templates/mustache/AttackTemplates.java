package dev.shopbell.templates.mustache;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Templates written to break out of an engine, and all of {@link BombTemplates}. */
final class AttackTemplates {
  private AttackTemplates() {}

  record Attack(String name, String template, Map<String, String> partials) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Attack attack(String template) {
    String name = template.length() > 60 ? template.substring(0, 60) + "…" : template;
    return new Attack(name.replaceAll("\\s", " "), template, Map.of());
  }

  static Attack attack(String name, String template, Map<String, String> partials) {
    return new Attack(name, template, partials);
  }

  static Stream<Attack> all() {
    return Stream.of(reaching(), reading(), broken(), blocks(), games(), BombTemplates.all())
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
}
