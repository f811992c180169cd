package dev.shopbell.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreheaderTest {
  private static final String DIV = "<div style=\"display:none;max-height:0;overflow:hidden\">";

  @Test
  @Tag("mail-01")
  void standsFirstInTheBody() {
    assertThat(Preheader.in("<!doctype html><BODY class=\"x\"><p>Hi", "Paid <b> & done"))
        .isEqualTo(
            "<!doctype html><BODY class=\"x\">" + DIV + "Paid &lt;b&gt; &amp; done</div><p>Hi");
    assertThat(Preheader.in("<!DOCTYPE html><p>Hi", "Paid"))
        .isEqualTo("<!DOCTYPE html>" + DIV + "Paid</div><p>Hi");
    assertThat(Preheader.in("<p>Hi", "Paid")).isEqualTo(DIV + "Paid</div><p>Hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ann&#39;s order is paid", "Ann&#x27;s order is paid", "Ann's order is paid"})
  void isNotPutWhereATemplateHasIt(String escaped) {
    String html = "<body><span>" + escaped + "</span>";

    assertThat(Preheader.in(html, "Ann's order is paid")).isEqualTo(html);
    assertThat(Preheader.in(html, "")).isEqualTo(html);
  }
}
