package dev.shopbell.templates.mustache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateSource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the Mustache specification asks for, in cases of our own; as a string and as bytes. */
class ConformanceTest {
  private record Case(
      String claim, String template, Object data, Map<String, String> partials, String expected) {
    @Override
    public String toString() {
      return claim;
    }
  }

  private static Case of(String claim, String template, Object data, String expected) {
    return new Case(claim, template, data, Map.of(), expected);
  }

  private static Case of(
      String claim, String template, Object data, Map<String, String> partials, String expected) {
    return new Case(claim, template, data, partials, expected);
  }

  static Stream<Case> cases() {
    return Stream.of(
            values(), names(), sections(), lines(), delimiters(), partials(), dynamic(), parents())
        .flatMap(each -> each);
  }

  private static Stream<Case> values() {
    Map<String, Object> data = Map.of("v", "<a href=\"x\"> & 'tea'", "n", 7, "s", "ok");
    return Stream.of(
        of("a template without tags is itself", "green\ttea\r\n", Map.of(), "green\ttea\r\n"),
        of("an empty template is empty", "", Map.of(), ""),
        of("a value is escaped", "{{v}}", data, "&lt;a href=&quot;x&quot;&gt; &amp; &#39;tea&#39;"),
        of("three braces leave it as it is", "{{{v}}}", data, "<a href=\"x\"> & 'tea'"),
        of("an ampersand leaves it as it is", "{{& v }}", data, "<a href=\"x\"> & 'tea'"),
        of("a missing value is nothing", "[{{gone}}]", data, "[]"),
        of("null is nothing", "[{{v}}]", Collections.singletonMap("v", null), "[]"),
        of("a tag takes white space", "{{ s }}{{\ts\n}}", data, "okok"),
        of("white space around a tag stays", " {{s}} \n", data, " ok \n"),
        of("a tag in a value is text", "{{v}}", Map.of("v", "{{s}}"), "{{s}}"),
        of("a whole number", "{{n}}", data, "7"),
        of("a decimal", "{{n}}", Map.of("n", new BigDecimal("1.210")), "1.210"),
        of("a double without an exponent", "{{n}}", Map.of("n", 1E10), "10000000000"),
        of("a double that is whole", "{{n}}", Map.of("n", 85.0), "85"),
        of("a small double", "{{n}}", Map.of("n", 1.0E-5), "0.000010"),
        of("a boolean", "{{n}}", Map.of("n", true), "true"),
        of("the item itself", "{{.}}", "tea", "tea"),
        of("a single brace is text", "a { b } c }} d", Map.of(), "a { b } c }} d"),
        of("accents and emoji", "é{{v}}🍵", Map.of("v", "ñ茶🍵"), "éñ茶🍵🍵"));
  }

  private static Stream<Case> names() {
    Map<String, Object> data =
        Map.of("a", Map.of("b", Map.of("c", "deep"), "x", ""), "b", Map.of("d", "top"), "c", "no");
    return Stream.of(
        of("dots lead inwards", "{{a.b.c}}", data, "deep"),
        of("a broken chain is nothing", "[{{a.z.c}}{{c.d}}]", data, "[]"),
        of("only the first name is looked for outwards", "{{#a}}{{b.d}}{{/a}}", data, ""),
        of("a name is found outside", "{{#a}}{{c}}{{/a}}", data, "no"),
        of("an inner name hides the outer", "{{#a}}{{#b}}{{c}}{{/b}}{{/a}}", data, "deep"),
        of("an empty inner value hides it, too", "{{#a}}[{{x}}]{{/a}}", data, "[]"),
        of("a name that no object answers", "{{a.size}}{{c.length}}{{a.class}}", data, ""));
  }

  private static Stream<Case> sections() {
    Map<String, Object> data =
        Map.of(
            "yes",
            true,
            "no",
            false,
            "empty",
            List.of(),
            "blank",
            "",
            "zero",
            0,
            "l",
            List.of(Map.of("n", 1), Map.of("n", 2)),
            "m",
            List.of(List.of(1, 2), List.of(3)));
    return Stream.of(
        of("true shows", "{{#yes}}a{{/yes}}", data, "a"),
        of("false does not", "{{#no}}a{{/no}}{{^no}}b{{/no}}", data, "b"),
        of("nothing does not", "{{#gone}}a{{/gone}}{{^gone}}b{{/gone}}", data, "b"),
        of("an empty list does not", "{{#empty}}a{{/empty}}{{^empty}}b{{/empty}}", data, "b"),
        of("an empty text does not", "{{#blank}}a{{/blank}}{{^blank}}b{{/blank}}", data, "b"),
        of("zero is something", "{{#zero}}{{.}}{{/zero}}", data, "0"),
        of("a list repeats", "{{#l}}{{n}},{{/l}}", data, "1,2,"),
        of("a list of lists", "{{#m}}({{#.}}{{.}}{{/.}}){{/m}}", data, "(12)(3)"),
        of("an empty section", "{{#l}}{{/l}}", data, ""),
        of("sections within sections", "{{#l}}{{#yes}}{{n}}{{/yes}}{{/l}}", data, "12"),
        of("null in a list", "{{#.}}<{{.}}>{{/.}}", Arrays.asList("a", null), "<a><>"),
        of("the root may be a list", "{{#.}}{{n}}{{/.}}", List.of(Map.of("n", 5)), "5"),
        of("an inverted list", "{{^l}}none{{/l}}", data, ""));
  }

  private static Stream<Case> lines() {
    Map<String, Object> data = Map.of("y", true, "v", "V");
    return Stream.of(
        of("a section's lines vanish", "a\n {{#y}} \nb\n\t{{/y}}\nc", data, "a\nb\nc"),
        of("with CR LF, too", "a\r\n{{#y}}\r\nb\r\n{{/y}}\r\nc", data, "a\r\nb\r\nc"),
        of("at the beginning", "  {{#y}}\nb{{/y}}", data, "b"),
        of("at the end", "{{#y}}b\n  {{/y}}", data, "b\n"),
        of("a comment's line vanishes", "a\n  {{! x }}\nb", data, "a\nb"),
        of("a comment of many lines", "a\n{{!\nx\n}}\nb", data, "a\nb"),
        of("a comment within a line stays there", "a {{! x }} b\n", data, "a  b\n"),
        of("two tags in a line keep it", "{{#y}} {{/y}}\n", data, " \n"),
        of("a value's line stays", "  {{v}}\n", data, "  V\n"),
        of("an inverted section's lines vanish", "{{^n}}\nb\n{{/n}}\n", data, "b\n"),
        of("lines between text stay", "a{{#y}}\n{{/y}}b", data, "a\nb"));
  }

  private static Stream<Case> delimiters() {
    Map<String, Object> data = Map.of("v", "V", "y", true);
    return Stream.of(
        of("others", "{{=<% %>=}}<%v%>{{v}}", data, "V{{v}}"),
        of("of one character", "{{=| |=}}|v|", data, "V"),
        of("and back", "{{=[ ]=}}[v][={{ }}=]{{v}}", data, "VV"),
        of("within a section", "{{#y}}{{=<% %>=}}<%v%><%/y%><%v%>", data, "VV"),
        of("a line of their own vanishes", "a\n {{= | | =}}\nb", data, "a\nb"),
        of("not in a partial", "{{=| |=}}|>p|", data, Map.of("p", "{{v}}|v|"), "V|v|"));
  }

  private static Stream<Case> partials() {
    Map<String, Object> data = Map.of("v", "V", "t", "1\n2", "l", List.of(1, 2));
    return Stream.of(
        of("a partial", "[{{>p}}]", data, Map.of("p", "{{v}}"), "[V]"),
        of("one that is not there is nothing", "[{{>p}}]", data, "[]"),
        of("in a list", "{{#l}}{{>p}}{{/l}}", data, Map.of("p", "<{{.}}>"), "<1><2>"),
        of(
            "one with its own line is indented",
            " {{>p}}\nz",
            data,
            Map.of("p", "a\nb\n"),
            " a\n b\nz"),
        of("a value's lines are not", " {{>p}}\n", data, Map.of("p", "{{t}}\n"), " 1\n2\n"),
        of("within a line it is not", "a {{>p}}\n", data, Map.of("p", "1\n2"), "a 1\n2\n"),
        of(
            "indentation adds up",
            " {{>p}}\n",
            data,
            Map.of("p", " {{>q}}\n", "q", "x\ny\n"),
            "  x\n  y\n"),
        of(
            "a section in one that is indented",
            " {{>p}}\n",
            data,
            Map.of("p", "{{#l}}\n{{.}}\n{{/l}}\n"),
            " 1\n 2\n"),
        of(
            "recursion ends with the data",
            "{{>p}}",
            Map.of("c", List.of(Map.of("c", List.of(Map.of("c", List.of()))))),
            Map.of("p", "({{#c}}{{>p}}{{/c}})"),
            "((()))"));
  }

  private static Stream<Case> dynamic() {
    Map<String, String> partials = Map.of("one", "1{{v}}", "two", "2{{v}}");
    return Stream.of(
        of("the data names the partial", "{{>*p}}", Map.of("p", "two", "v", "!"), partials, "2!"),
        of("by a path", "{{> * a.b }}", Map.of("a", Map.of("b", "one")), partials, "1"),
        of("nothing names nothing", "[{{>*p}}]", Map.of(), partials, "[]"),
        of("nor does another name", "[{{>*p}}]", Map.of("p", "three"), partials, "[]"),
        of(
            "an item names its own",
            "{{#l}}{{>*.}}{{/l}}",
            Map.of("l", List.of("one", "two")),
            partials,
            "12"),
        of(
            "a parent's name, too",
            "{{<*p}}{{$b}}x{{/b}}{{/*p}}",
            Map.of("p", "f"),
            Map.of("f", "<{{$b}}{{/b}}>"),
            "<x>"),
        of("indented", " {{>*p}}\n", Map.of("p", "f"), Map.of("f", "a\nb\n"), " a\n b\n"));
  }

  private static Stream<Case> parents() {
    Map<String, Object> data = Map.of("v", "V", "in", Map.of("v", "inner"));
    return Stream.of(
        of("a block says what it holds", "{{$b}}x{{v}}{{/b}}", data, "xV"),
        of(
            "a parent without arguments",
            "{{<f}}{{/f}}",
            data,
            Map.of("f", "<{{$b}}x{{/b}}>"),
            "<x>"),
        of(
            "an argument takes its place",
            "{{<f}}{{$b}}y{{/b}}{{/f}}",
            data,
            Map.of("f", "<{{$b}}x{{/b}}>"),
            "<y>"),
        of(
            "in each place",
            "{{<f}}{{$b}}y{{/b}}{{/f}}",
            data,
            Map.of("f", "{{$b}}{{/b}}{{$b}}{{/b}}"),
            "yy"),
        of(
            "text beside arguments is nothing",
            "{{<f}} a {{v}} {{$b}}y{{/b}} b {{/f}}",
            data,
            Map.of("f", "{{$b}}{{/b}}"),
            "y"),
        of("a parent that is not there is nothing", "[{{<f}}{{$b}}y{{/b}}{{/f}}]", data, "[]"),
        of(
            "names are the parent's",
            "{{<f}}{{$b}}{{v}}{{/b}}{{/f}}",
            data,
            Map.of("f", "{{#in}}{{$b}}{{/b}}{{/in}}"),
            "inner"),
        of(
            "the outermost argument counts",
            "{{<a}}{{$b}}1{{/b}}{{/a}}",
            data,
            Map.of("a", "{{<f}}{{$b}}2{{/b}}{{/f}}", "f", "{{$b}}3{{/b}}"),
            "1"),
        of(
            "arguments reach through partials",
            "{{<a}}{{$b}}1{{/b}}{{/a}}",
            data,
            Map.of("a", "{{>p}}", "p", "{{$b}}2{{/b}}"),
            "1"),
        of(
            "and end with their parent",
            "{{<a}}{{$b}}1{{/b}}{{/a}}{{<a}}{{/a}}",
            data,
            Map.of("a", "{{$b}}2{{/b}}"),
            "12"),
        of(
            "a block within an argument has its own words",
            "{{<a}}{{$b}}1{{$b}}2{{/b}}{{/b}}{{/a}}",
            data,
            Map.of("a", "{{$b}}{{/b}}"),
            "12"),
        of(
            "a parent alone on its line is indented",
            "a\n  {{<f}}{{/f}}\nb",
            data,
            Map.of("f", "1\n2\n"),
            "a\n  1\n  2\nb"),
        of(
            "an argument is indented where it goes",
            "{{<f}}{{$b}}\n1\n2\n{{/b}}{{/f}}",
            data,
            Map.of("f", "a\n   {{$b}}\n   {{/b}}\nz"),
            "a\n   1\n   2\nz"),
        of(
            "and loses the indentation it had",
            "{{<f}}\n  {{$b}}\n    1\n      2\n  {{/b}}\n{{/f}}",
            data,
            Map.of("f", " {{$b}}\n {{/b}}\n"),
            " 1\n   2\n"),
        of(
            "a list in an argument",
            "{{<f}}{{$b}}{{#in}}{{v}}{{/in}}{{/b}}{{/f}}",
            data,
            Map.of("f", "{{$b}}{{/b}}"),
            "inner"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rendersAsSpecified(Case each) {
    TemplateSource source =
        TemplateSource.of("case", each.template(), Medium.SPECIFICATION)
            .with(each.partials())
            .trusting(variable -> true);
    CompiledTemplate template = new MustacheEngine(Limits.MERCHANT).compile(source);

    assertThat(template.render(each.data())).isEqualTo(each.expected());
    assertThat(template.renderUtf8(each.data()))
        .isEqualTo(each.expected().getBytes(StandardCharsets.UTF_8));
    assertThat(template.render(each.data())).as("rendered again").isEqualTo(each.expected());
  }
}
