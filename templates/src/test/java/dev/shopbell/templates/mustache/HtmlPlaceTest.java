package dev.shopbell.templates.mustache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.engine.TemplateSource;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In HTML each value is encoded for its place, which is found out when a template is compiled. */
@Tag("template-08")
class HtmlPlaceTest {
  private static final Map<String, String> PARTIALS =
      Map.of(
          "link", "<a href=\"{{$href}}{{/href}}\">{{$label}}{{/label}}</a>",
          "row", "<td>{{v}}</td>",
          "open", "<td title=\"");

  private static CompiledTemplate compiled(String html) {
    return new MustacheEngine(Limits.MERCHANT)
        .compile(
            TemplateSource.of("page", html, Medium.HTML)
                .with(PARTIALS)
                .trusting("trusted"::equals));
  }

  private static String rendered(String html, Object value) {
    return compiled(html).render(Map.of("v", value, "trusted", "<b>{{v}}</b>", "y", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p>{{v}}</p>                      | <b>&'\"               | <p>&lt;b&gt;&amp;&#39;&quot;</p>",
        "<p title=\"{{v}}\">               | \" onclick=\"x         | <p title=\"&quot; onclick=&quot;x\">",
        "<p title='{{v}}'>                 | ' onclick='x           | <p title='&#39; onclick=&#39;x'>",
        "<a href=\"{{v}}\">                | https://a.example/?b=1&c=é | <a href=\"https://a.example/?b=1&amp;c=%C3%A9\">",
        "<a href=\"{{v}}\">                | javascript:alert(1)    | <a href=\"#\">",
        "<a HREF='{{v}}'>                  | JaVaScRiPt:alert(1)    | <a HREF='#'>",
        "<img src=\"{{v}}\">               | data:text/html,x       | <img src=\"#\">",
        "<a href = \"{{v}}\">              | vbscript:x             | <a href = \"#\">",
        "<a href=\"{{v}}\">                | mailto:a@b.example     | <a href=\"mailto:a@b.example\">",
        "<a href=\"{{v}}\">                | /orders/1              | <a href=\"/orders/1\">",
        "<a href=\"https://a.example/{{v}}\"> | a b/\"c?d#e         | <a href=\"https://a.example/a%20b/%22c%3Fd%23e\">",
        "<a href=\"https://a.example/?q={{v}}\"> | a/b&c=d +é茶🍵   | <a href=\"https://a.example/?q=a%2Fb%26c%3Dd%20%2B%C3%A9%E8%8C%B6%F0%9F%8D%B5\">",
        "<a href=\"mailto:{{v}}\">         | a@b.example?bcc=c      | <a href=\"mailto:a@b.example%3Fbcc%3Dc\">",
        "<a href=\"java{{v}}\">            | script:alert(1)        | <a href=\"javascript%3Aalert%281%29\">",
        "<td style=\"color:{{v}}\">        | #ff00aa                | <td style=\"color:#ff00aa\">",
        "<td style=\"color:{{v}}\">        | red;background:url(x)  | <td style=\"color:inherit\">",
        "<style>a{color:{{v}}}</style>{{v}} | </style><b>           | <style>a{color:inherit}</style>&lt;/style&gt;&lt;b&gt;",
        "<script type=\"application/ld+json\">{\"a\":{{v}}}</script> | \"</script> | <script type=\"application/ld+json\">{\"a\":\"\\\"\\u003C/script\\u003E\"}</script>",
        "<script type=\"application/ld+json\">{\"a\":\"{{v}}\"}</script> | \"\\ | <script type=\"application/ld+json\">{\"a\":\"\\\"\\\\\"}</script>",
        "<title>{{v}}</title>              | </title>               | <title>&lt;/title&gt;</title>",
        "<!-- {{v}} -->                    | -->                    | <!-- --&gt; -->",
        "<!--[if mso]><a href=\"{{v}}\"><![endif]--> | javascript:x | <!--[if mso]><a href=\"#\"><![endif]-->",
        "a < b {{v}} > c                   | <                      | a < b &lt; > c",
        "<a href=\"{{#y}}{{v}}{{/y}}\">    | javascript:x           | <a href=\"#\">",
        "<a href=\"{{#y}}https://{{/y}}{{v}}\"> | a/b               | <a href=\"https://a%2Fb\">",
        "{{<link}}{{$href}}{{v}}{{/href}}{{$label}}{{v}}{{/label}}{{/link}} | javascript:'x' | <a href=\"#\">javascript:&#39;x&#39;</a>",
        "{{>row}}                          | <                      | <td>&lt;</td>",
        "<p title=\"{{>row}}\">            | \"                     | <p title=\"<td>&quot;</td>\">",
        "<!--[if !mso]><!--><a href='{{v}}'><!--<![endif]--> | javascript:x | <!--[if !mso]><!--><a href='#'><!--<![endif]-->",
        "<!--><a href='{{v}}'>-->          | javascript:x           | <!--><a href='#'>-->",
        "<!---><a href='{{v}}'>-->         | javascript:x           | <!---><a href='#'>-->",
        "<!-- x --!><a href='{{v}}'>       | javascript:x           | <!-- x --!><a href='#'>",
        "<svg><a xlink:href='{{v}}'></a></svg> | javascript:x       | <svg><a xlink:href='#'></a></svg>",
        "<svg><set attributeName='href' to='{{v}}'></svg> | javascript:x | <svg><set attributeName='href' to='#'></svg>",
        "<img srcset='{{v}} 2x'>           | data:image/svg+xml,x   | <img srcset='# 2x'>",
        "<v:fill src='{{v}}'>              | vbscript:x             | <v:fill src='#'>",
        "<meta http-equiv='refresh' content='0;URL={{v}}'> | javascript:x | <meta http-equiv='refresh' content='0;URL=#'>",
        "<meta name='d' content='{{v}}'>   | a \"b\"                | <meta name='d' content='a &quot;b&quot;'>",
        "<script data-x='application/json' type='application/json'>{{v}}</script> | </script> | <script data-x='application/json' type='application/json'>\"\\u003C/script\\u003E\"</script>",
        "<td{{#y}} align='left'{{/y}}{{#y}} title='{{v}}'{{/y}}> | ' | <td align='left' title='&#39;'>",
        "{{{trusted}}}                     | x                      | <b>{{v}}</b>",
        "{{v}}{{&trusted}}                 | x                      | x<b>{{v}}</b>",
      })
  void aValueIsHarmlessWhereItStands(String html, String value, String expected) {
    assertThat(rendered(html, value)).isEqualTo(expected);
  }

  @Test
  void aJsonValueKeepsItsKind() {
    String html = "<script type=\"application/ld+json\">{\"a\":{{v}},\"b\":{{gone}}}</script>";

    assertThat(rendered(html, 5)).contains("{\"a\":5,\"b\":null}");
    assertThat(rendered(html, true)).contains("{\"a\":true,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p {{v}}>                     | stands inside a tag: put it between the quotes of an attribute",
        "<p title={{v}}>               | stands behind = without quotes: write quotes around it",
        "<p title=a{{v}}>              | stands in an attribute without quotes",
        "<{{v}}>                       | stands inside a tag",
        "<p onclick=\"{{v}}\">         | stands in an attribute that holds a script",
        "<script>{{v}}</script>        | stands in a script: no value can be made harmless there",
        "{{{v}}}                       | v is not declared as trusted HTML and cannot stand unescaped: write {{v}}",
        "{{&v}}                        | v is not declared as trusted HTML",
        "<p title=\"{{{trusted}}}\">   | trusted HTML can stand in text only, not in an attribute's value",
        "<a href='javascript:f({{v}})'> | stands behind a scheme that runs what follows it: write an address of https",
        "<a href=' JAVA&#x09;SCRIPT&colon;{{v}}'> | stands behind a scheme that runs",
        "<a href='data:text/html,{{v}}'> | stands behind a scheme that runs",
        "<a href='{{#y}}javascript:{{/y}}{{v}}'> | ends in an address that runs a script",
        "<a hr{{#y}}ef{{/y}}='{{v}}'>  | what it holds begins inside a tag",
        "<a {{#y}}hr{{/y}}ef='{{v}}'>  | stands in an attribute whose name stands in pieces",
        "<a on{{#y}}click{{/y}}='{{v}}'> | what it holds begins inside a tag",
        "<scr{{#y}}ipt{{/y}}>{{v}}</script> | what it holds begins inside a tag",
        "<script data-x='application/json'>{{v}}</script> | stands in a script",
        "<script type='application/json'>{\"a\":\"\\{{v}}\"}</script> | stands behind a backslash",
        "<iframe srcdoc='{{v}}'>       | stands in an attribute that holds a script",
        "<p {{#y}}title=\"{{/y}}\">    | what it holds begins inside a tag and ends in an attribute's value",
        "<p title=\"a                  | it begins in text and ends in an attribute's value: is a quote or a > missing?",
        "{{>open}}\">                  | it begins in text and ends in an attribute's value",
      })
  void aPlaceWhereNoneIsHarmlessIsRefusedWithItsRemedy(String html, String problem) {
    assertThatThrownBy(() -> compiled(html))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(problem);
  }
}
