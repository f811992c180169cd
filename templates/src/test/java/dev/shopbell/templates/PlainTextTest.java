package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p>Hello <b>Ann</b>,</p><p>Thanks.</p>            | Hello Ann,⏎⏎Thanks.",
        "<a href=\"https://a.example/?x=1&amp;y=2\">Order</a> | Order (https://a.example/?x=1&y=2)",
        "<a href='https://a.example/'>https://a.example/</a> | https://a.example/",
        "<a href=\"mailto:a@b.example\">a@b.example</a>    | a@b.example",
        "<a href=\"https://a.example/\"><img src=\"x\" alt=\"y\"></a> | y (https://a.example/)",
        "<a href=\"https://a.example/\"><img src=\"x\" alt=\"\"></a> | https://a.example/",
        "<table><tr><td>Tea</td><td>2</td></tr><tr><td>Pot</td><td>1</td></tr></table>z | Tea  2⏎Pot  1⏎⏎z",
        "<div style=\"display:none\">pre<div>head</div>er</div><p>a</p> | a",
        "<head><title>t</title><style>p{}</style></head><p>a</p> | a",
        "a<script>if (a < b) {}</script>b                  | ab",
        "a<br>b<br/>c                                      | a⏎b⏎c",
        "<ul><li>one</li><li>two</li></ul>                 | - one⏎- two",
        "1 &lt; 2 &amp; 3&nbsp;€ &#233;&#x1F375;           | 1 < 2 & 3 € é🍵",
        "<!-- a <p> --> b <!--[if mso]><p>x</p><![endif]--> | b",
        "a < b                                             | a < b",
        "<p title=\"a > b\">c</p>                          | c",
      })
  void saysWhatTheHtmlShows(String html, String text) {
    assertThat(PlainText.of(html)).isEqualTo(text.replace('⏎', '\n'));
  }

  @Test
  void manyQuotesInOneTagAreNoTrouble() {
    assertThat(
            PlainText.of("<p " + "a=\"x\" ".repeat(40_000) + ">b" + "<div>".repeat(40_000) + "c"))
        .isEqualTo("b\nc");
    assertThat(PlainText.of("<".repeat(100_000))).hasSize(100_000);
  }
}
