package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.templates.StockTemplates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandsTest {
  private final InputStream in = System.in;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setIn(in);
    System.setOut(out);
    System.setErr(err);
  }

  private List<JsonNode> eval(String... lines) throws IOException {
    System.setIn(
        new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    Main.run("template", "eval");
    return lines();
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : printed.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  @Test
  void evalAnswersEachLineByItsId() throws IOException {
    List<JsonNode> answers =
        eval(
            "{\"id\":1,\"template\":\"{{#l}}{{.}}<{{/l}}{{{h}}}\",\"data\":{\"l\":[1,null,1E3],\"h\":\"<b>\"}}",
            "",
            "{\"id\":\"two\",\"template\":\"{{>p}}\",\"partials\":{\"p\":\"é{{.}}\"},\"data\":\"x\"}",
            "{\"id\":3,\"template\":\"{{#a}}\"}",
            "{\"id\":4,\"template\":\"{{a}}\",\"data\":{\"a\":NaN}}",
            "no JSON");

    assertThat(answers.get(0).toString()).isEqualTo("{\"id\":1,\"output\":\"1<<1000<<b>\"}");
    assertThat(answers.get(1).toString()).isEqualTo("{\"id\":\"two\",\"output\":\"éx\"}");
    assertThat(answers.get(2).get("error").asText()).contains("{{#a}}", "never closed");
    assertThat(answers.get(3).get("error").asText()).contains("not finite");
    assertThat(answers.get(4).get("error").asText()).contains("the line is no JSON");
    assertThat(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void noLineEndsTheOthers() throws IOException {
    List<JsonNode> answers =
        eval(
            "{\"id\":" + "[".repeat(5_000) + "]".repeat(5_000) + ",\"template\":\"x\"}",
            "{\"id\":2,\"template\":\"{{x}}\",\"data\":{\"x\":1e999999999999}}",
            "{\"id\":3,\"template\":\"x\",\"partials\":[\"p\"]}",
            "{\"id\":4,\"template\":\"{{>p}}\",\"partials\":{\"p\":null}}",
            "{\"id\":5,\"template\":{}}",
            "[1]",
            "{\"id\":7,\"template\":\"x\"}");

    assertThat(answers)
        .extracting(line -> line.get("id").asText())
        .containsExactly("null", "null", "3", "4", "5", "null", "7");
    assertThat(answers.get(1).get("error").asText()).contains("a number that no machine holds");
    assertThat(answers.get(2).get("error").asText()).contains("partials is no object");
    assertThat(answers.get(3).get("error").asText()).contains("partials is missing or no text");
    assertThat(answers.get(6).get("output").asText()).isEqualTo("x");
  }

  @Test
  void aLoneSurrogateTravelsAsAnEscape() throws IOException {
    eval("{\"id\":\"\\ud800\",\"template\":\"🍵{{v}}\",\"data\":{\"v\":\"\\udc00\"}}");

    assertThat(printed.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"id\":\"\\uD800\",\"output\":\"🍵\ufffd\"}");
  }

  @Test
  void evalRunsMustacheJavaWhenAsked() throws IOException {
    System.setIn(
        new ByteArrayInputStream(
            "{\"id\":1,\"template\":\"{{a}}\",\"data\":{\"a\":\"<\"}}"
                .getBytes(StandardCharsets.UTF_8)));

    assertThat(Main.run("template", "eval", "--engine", "mustache.java")).isZero();
    assertThat(lines().get(0).get("output").asText()).isEqualTo("&lt;");
    assertThat(Main.run("template", "eval", "--engine", "jsp")).isEqualTo(2);
  }

  @Test
  void listNamesEachEvent() throws IOException {
    assertThat(Main.run("template", "list")).isZero();
    assertThat(lines()).extracting(line -> line.get("event").asText()).contains("order.paid");
    assertThat(lines().get(0).fieldNames())
        .toIterable()
        .containsExactly("event", "purpose", "channels", "locales", "variables");
  }

  @Test
  @Tag("template-09")
  void galleryShowsEveryEventInEveryLanguageBrandAndWidth(@TempDir Path folder) throws IOException {
    assertThat(Main.run("template", "gallery", "--out", folder.toString())).isZero();
    int events = StockTemplates.types().all().size();
    int languages = StockTemplates.locales().size();
    assertThat(lines().get(0).get("letters").asInt()).isEqualTo(events * languages * 3);
    assertThat(folder.resolve("letters/Poppy/order.paid.ar.html"))
        .content()
        .contains("src=\"../../images/logo.png\"")
        .doesNotContain("img.shop.example/");
    assertThat(folder.resolve("widths/order.paid.zh-TW.320.html")).content().contains("320px");
    assertThat(folder.resolve("data.js")).content().contains("\"sms\":\"【");
    assertThat(folder.resolve("images/tea.png")).isNotEmptyFile();
    assertThat(folder.resolve("index.html")).content().contains("gallery.js");
  }

  @Test
  void renderTakesTheBrandsToneAndTypeface(@TempDir Path folder) throws IOException {
    Path brand = Files.writeString(folder.resolve("b.json"), "{\"tone\":\"playful\"}");
    String[] render = {
      "template", "render", "--event", "order.paid", "--locale", "en", "--brand", brand.toString()
    };

    assertThat(Main.run(render)).isZero();
    assertThat(lines().get(0).get("text").asText()).contains("Hey Emily!");
    Files.writeString(brand, "{\"tone\":\"loud\"}");
    assertThat(Main.run(render)).isEqualTo(2);
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("there is no tone LOUD: give one of [PROFESSIONAL, WARM, PLAYFUL]");
  }

  @Test
  void renderShowsEveryPartAndWritesThem(@TempDir Path folder) throws IOException {
    Path brand = Files.writeString(folder.resolve("brand.json"), "{\"name\":\"茶 & Co\"}");

    assertThat(
            Main.run(
                "template",
                "render",
                "--event",
                "order.paid",
                "--locale",
                "zh-CN",
                "--brand",
                brand.toString(),
                "--out",
                folder.resolve("out").toString()))
        .isZero();
    JsonNode line = lines().get(0);
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly("subject", "preheader", "html", "text", "sms", "wechat");
    assertThat(line.get("subject").asText()).startsWith("【茶 & Co】");
    assertThat(line.get("html").asText()).contains("茶 &amp; Co");
    assertThat(folder.resolve("out/order.paid.zh-CN.html.html")).exists();
  }

  @Test
  void renderRefusesWhatDoesNotFitWithoutATrace(@TempDir Path folder) throws IOException {
    Path data = Files.writeString(folder.resolve("data.json"), "{\"orderNumbr\":\"1\"}");

    assertThat(
            Main.run(
                "template",
                "render",
                "--event",
                "order.paid",
                "--locale",
                "en",
                "--data",
                data.toString()))
        .isEqualTo(2);
    assertThat(Main.run("template", "render", "--event", "order.payd", "--locale", "en"))
        .isEqualTo(2);
    assertThat(Main.run("template", "render", "--event", "order.paid", "--locale", "qq"))
        .isEqualTo(2);
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("there is no locale qq")
        .contains("orderNumbr is not declared", "did you mean \"order.paid\"?")
        .doesNotContain("\tat ");
  }

  @Test
  void lintNamesEachProblemAndEndsWithOne(@TempDir Path folder) throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("order.paid.en.mustache"),
            "--- subject\nPaid {{orderNumer}}\n--- html\n<p>{{total}}</p>\n");
    Path good =
        Files.writeString(
            folder.resolve("order.shipped.en.mustache"),
            "--- subject\nSent {{orderNumber}}\n--- html\n<p>{{carrier}}</p>\n");

    assertThat(Main.run("template", "lint", bad.toString(), good.toString())).isEqualTo(1);
    JsonNode line =
        lines().stream()
            .filter(each -> each.get("rule").asText().equals("unknown-variable"))
            .findFirst()
            .orElseThrow();
    assertThat(lines())
        .extracting(each -> each.get("rule").asText())
        .containsOnly("unknown-variable", "unused-variable");
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly("file", "line", "column", "rule", "message");
    assertThat(line.get("line").asInt()).isEqualTo(2);
    assertThat(line.get("column").asInt()).isEqualTo(6);
    assertThat(line.get("message").asText()).contains("did you mean \"orderNumber\"?");
    assertThat(Main.run("template", "lint", good.toString())).isZero();
    assertThat(Main.run("template", "lint", "--purpose", "marketing", good.toString()))
        .isEqualTo(1);
    assertThat(Main.run("template", "lint", "gone.mustache")).isEqualTo(2);
  }
}
