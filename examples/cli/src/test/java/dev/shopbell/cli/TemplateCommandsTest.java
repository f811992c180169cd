package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.templates.StockTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandsTest {
  private static Cli eval(String... lines) {
    return Cli.run(String.join("\n", lines), "template", "eval");
  }

  @Test
  void evalAnswersEachLineByItsId() throws IOException {
    Cli run =
        eval(
            "{\"id\":1,\"template\":\"{{#l}}{{.}}<{{/l}}{{{h}}}\",\"data\":{\"l\":[1,null,1E3],\"h\":\"<b>\"}}",
            "",
            "{\"id\":\"two\",\"template\":\"{{>p}}\",\"partials\":{\"p\":\"é{{.}}\"},\"data\":\"x\"}",
            "{\"id\":3,\"template\":\"{{#a}}\"}",
            "{\"id\":4,\"template\":\"{{a}}\",\"data\":{\"a\":NaN}}",
            "no JSON");
    List<JsonNode> answers = run.lines();

    assertThat(answers.get(0).toString()).isEqualTo("{\"id\":1,\"output\":\"1<<1000<<b>\"}");
    assertThat(answers.get(1).toString()).isEqualTo("{\"id\":\"two\",\"output\":\"éx\"}");
    assertThat(answers.get(2).get("error").asText()).contains("{{#a}}", "never closed");
    assertThat(answers.get(3).get("error").asText()).contains("not finite");
    assertThat(answers.get(4).get("error").asText()).contains("the line is no JSON");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void noLineEndsTheOthers() throws IOException {
    Cli run =
        eval(
            "{\"id\":" + "[".repeat(5_000) + "]".repeat(5_000) + ",\"template\":\"x\"}",
            "{\"id\":2,\"template\":\"{{x}}\",\"data\":{\"x\":1e999999999999}}",
            "{\"id\":3,\"template\":\"x\",\"partials\":[\"p\"]}",
            "{\"id\":4,\"template\":\"{{>p}}\",\"partials\":{\"p\":null}}",
            "{\"id\":5,\"template\":{}}",
            "[1]",
            "{\"id\":7,\"template\":\"x\"}");
    List<JsonNode> answers = run.lines();

    assertThat(answers)
        .extracting(line -> line.get("id").asText())
        .containsExactly("null", "null", "3", "4", "5", "null", "7");
    assertThat(answers.get(1).get("error").asText()).contains("a number that no machine holds");
    assertThat(answers.get(2).get("error").asText()).contains("partials is no object");
    assertThat(answers.get(3).get("error").asText()).contains("partials is missing or no text");
    assertThat(answers.get(6).get("output").asText()).isEqualTo("x");
  }

  @Test
  void aLoneSurrogateTravelsAsAnEscape() {
    Cli run = eval("{\"id\":\"\\ud800\",\"template\":\"🍵{{v}}\",\"data\":{\"v\":\"\\udc00\"}}");

    assertThat(run.out().strip()).isEqualTo("{\"id\":\"\\uD800\",\"output\":\"🍵\ufffd\"}");
  }

  @Test
  void evalRunsMustacheJavaWhenAsked() throws IOException {
    Cli run =
        Cli.run(
            "{\"id\":1,\"template\":\"{{a}}\",\"data\":{\"a\":\"<\"}}",
            "template",
            "eval",
            "--engine",
            "mustache.java");
    assertThat(run.exit()).isZero();
    assertThat(run.line().get("output").asText()).isEqualTo("&lt;");
    assertThat(Cli.run("", "template", "eval", "--engine", "jsp").exit()).isEqualTo(2);
  }

  @Test
  void listNamesEachEvent() throws IOException {
    Cli run = Cli.run("", "template", "list");
    assertThat(run.exit()).isZero();
    assertThat(run.lines()).extracting(line -> line.get("event").asText()).contains("order.paid");
    assertThat(run.line().fieldNames())
        .toIterable()
        .containsExactly("event", "purpose", "channels", "locales", "variables");
  }

  @Test
  @Tag("template-09")
  void galleryShowsEveryEventInEveryLanguageBrandAndWidth(@TempDir Path folder) throws IOException {
    Cli run = Cli.run("", "template", "gallery", "--out", folder.toString());
    assertThat(run.exit()).isZero();
    int events = StockTemplates.types().all().size();
    int languages = StockTemplates.locales().size();
    assertThat(run.line().get("letters").asInt()).isEqualTo(events * languages * 3);
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

    Cli playful = Cli.run("", render);
    assertThat(playful.exit()).isZero();
    assertThat(playful.line().get("text").asText()).contains("Hey Emily!");
    Files.writeString(brand, "{\"tone\":\"loud\"}");
    Cli loud = Cli.run("", render);
    assertThat(loud.exit()).isEqualTo(2);
    assertThat(loud.err())
        .contains("there is no tone LOUD: give one of [PROFESSIONAL, WARM, PLAYFUL]");
  }

  @Test
  void renderShowsEveryPartAndWritesThem(@TempDir Path folder) throws IOException {
    Path brand = Files.writeString(folder.resolve("brand.json"), "{\"name\":\"茶 & Co\"}");

    Cli run =
        render(
            "order.paid",
            "zh-CN",
            "--brand",
            brand.toString(),
            "--out",
            folder.resolve("out").toString());
    assertThat(run.exit()).isZero();
    JsonNode line = run.line();
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

    assertRefused(
        render("order.paid", "en", "--data", data.toString()), "orderNumbr is not declared");
    assertRefused(render("order.payd", "en"), "did you mean \"order.paid\"?");
    assertRefused(render("order.paid", "qq"), "there is no locale qq");
  }

  private static void assertRefused(Cli run, String why) {
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(why).doesNotContain("\tat ");
  }

  private static Cli render(String event, String locale, String... more) {
    List<String> command =
        new ArrayList<>(List.of("template", "render", "--event", event, "--locale", locale));
    command.addAll(List.of(more));
    return Cli.run("", command.toArray(String[]::new));
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

    Cli run = Cli.run("", "template", "lint", bad.toString(), good.toString());
    assertThat(run.exit()).isEqualTo(1);
    JsonNode line =
        run.lines().stream()
            .filter(each -> each.get("rule").asText().equals("unknown-variable"))
            .findFirst()
            .orElseThrow();
    assertThat(run.lines())
        .extracting(each -> each.get("rule").asText())
        .containsOnly("unknown-variable", "unused-variable");
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly("file", "line", "column", "rule", "message");
    assertThat(line.get("line").asInt()).isEqualTo(2);
    assertThat(line.get("column").asInt()).isEqualTo(6);
    assertThat(line.get("message").asText()).contains("did you mean \"orderNumber\"?");
    assertThat(Cli.run("", "template", "lint", good.toString()).exit()).isZero();
    assertThat(Cli.run("", "template", "lint", "--purpose", "marketing", good.toString()).exit())
        .isEqualTo(1);
    assertThat(Cli.run("", "template", "lint", "gone.mustache").exit()).isEqualTo(2);
  }
}
