package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsCommandTest {
  private static final String PLAN =
      "{\"currency\":\"CNY\",\"scheme\":\"marginal\",\"tiers\":[{\"from\":1,\"price\":5},{\"from\":101,\"price\":4}],\"free\":[\"order.paid\"]}";

  @Test
  @Tag("sms-02")
  void countsALineAtATime() {
    Cli run =
        Cli.run(
            "{\"id\":7,\"text\":\""
                + "a".repeat(152)
                + "€"
                + "b".repeat(152)
                + "\"}\n{\"id\":\"x\",\"text\":\"\"}",
            "sms",
            "count");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            {"id":7,"encoding":"GSM-7","segments":3,"units":[152,153,1],"billed":3,"graphemeSafe":3,"overLimit":false}
            {"id":"x","encoding":"GSM-7","segments":0,"units":[],"billed":0,"graphemeSafe":0,"overLimit":false}
            """);
  }

  @Test
  @Tag("sms-01")
  void countsByTheProfileThatIsAskedFor() throws IOException {
    Cli run =
        Cli.run(
            "{\"id\":1,\"text\":\"" + "7".repeat(501) + "\"}", "sms", "count", "--profile", "cn");
    assertThat(run.exit()).isZero();
    assertThat(run.line().get("encoding").asText()).isEqualTo("UCS-2");
    assertThat(run.line().get("billed").asInt()).isEqualTo(8);
    assertThat(run.line().get("overLimit").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"single, 100", "locking, 50", "both, 50"})
  @Tag("sms-03")
  void countsByNationalTables(String shift, int units) throws IOException {
    Cli run =
        Cli.run(
            "{\"id\":1,\"text\":\"" + "ş".repeat(50) + "\"}",
            "sms",
            "count",
            "--profile",
            "gsm-national",
            "--shift",
            shift,
            "--languages",
            "es,tr");
    assertThat(run.exit()).isZero();
    assertThat(run.line().get("units").get(0).asInt()).isEqualTo(units);
  }

  @Test
  @Tag("sms-05")
  void splitsSoThatThePartsAreTheTextAndLoneSurrogatesSurvive() {
    Cli run =
        Cli.run(
            "{\"id\":1,\"text\":\"\\ud83d\\ude00\\ud83d" + "中".repeat(67) + "\"}", "sms", "split");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo("{\"id\":1,\"parts\":[\"\uD83D\uDE00\\uD83D" + "中".repeat(67) + "\"]}\n");
  }

  @Test
  @Tag("sms-05")
  void refusesToSplitWhatNoHeaderCounts() {
    Cli run =
        Cli.run(
            "{\"id\":1,\"text\":\"" + "a".repeat(39_016) + "\"}\n{\"id\":2,\"text\":\"a\"}",
            "sms",
            "split");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("{\"id\":1,\"error\":\"text has 39,016 characters, which are 256 segments")
        .endsWith("{\"id\":2,\"parts\":[\"a\"]}\n");
  }

  @Test
  void namesALineThatCannotBeReadAndGoesOn() {
    Cli run =
        Cli.run(
            "{\"id\":1\n{\"id\":2}\n[]\n\n{\"id\":3,\"text\":\"a\"} x\n\u00ff\n{\"id\":4,\"text\":\"a\"}"
                .getBytes(StandardCharsets.ISO_8859_1),
            "sms",
            "count");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out().lines()).hasSize(1).first().asString().startsWith("{\"id\":4,");
    assertThat(run.err())
        .contains("line 1: is not JSON: ")
        .contains("line 2: has no \"text\" that is a string")
        .contains("line 3: has no \"text\" that is a string")
        .contains("line 5: is not JSON: ")
        .contains("line 6: is not UTF-8")
        .doesNotContain("\tat ");
  }

  @Test
  void countsALineOfTenMegabytes() throws IOException {
    Cli run = Cli.run("{\"id\":1,\"text\":\"" + "a".repeat(10_000_000) + "\"}", "sms", "count");
    assertThat(run.exit()).isZero();
    assertThat(run.line().get("segments").asInt()).isEqualTo(65_360);
    assertThat(run.line().get("overLimit").asBoolean()).isTrue();
  }

  @Test
  void refusesALongerLineThanMemoryShouldHold() {
    Cli run = Cli.run("a".repeat(1 << 25) + "\n{\"id\":2,\"text\":\"a\"}", "sms", "count");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("line 1: is longer than 32 MB: split it");
    assertThat(run.out()).startsWith("{\"id\":2,");
  }

  @Test
  @Tag("sms-07")
  void explainsToProgramsAndToPeople() {
    Cli run = Cli.run("", "sms", "explain", "It’s " + "x".repeat(70));
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            {"encoding":"UCS-2","segments":2,"unitsLeft":59,"forcedBy":[{"index":2,"codePoint":"U+2019","name":"RIGHT SINGLE QUOTATION MARK"}],"pushed":[],"savings":[{"segments":1,"saves":1,"replace":[{"index":2,"codePoint":"U+2019","name":"RIGHT SINGLE QUOTATION MARK","indexes":[2],"by":"'"}]}]}
            """);
    assertThat(run.err())
        .startsWith("Two segments: '’' at index 2 (U+2019 RIGHT SINGLE QUOTATION MARK)")
        .contains("To make it one segment: write \"'\" for '’'");
  }

  @Test
  @Tag("sms-07")
  void explainsABorderThatPushedAPair() {
    Cli run = Cli.run("", "sms", "explain", "a".repeat(152) + "€" + "b".repeat(152));

    assertThat(run.out())
        .contains(
            "\"pushed\":[{\"index\":152,\"codePoint\":\"U+20AC\",\"name\":\"EURO SIGN\",\"segment\":1}]");
  }

  @Test
  void readsASurrogateThatIsEscaped() throws IOException {
    Cli run = Cli.run("", "sms", "explain", "a\\uD83D");

    assertThat(run.line().get("forcedBy").get(0).get("name").asText()).isEqualTo("LONE SURROGATE");
  }

  @Test
  @Tag("sms-03")
  void listsTheProfilesWithTheirSources() {
    Cli run = Cli.run("", "sms", "profiles");
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).hasSize(8).allMatch(line -> line.contains("\"sources\":{"));
  }

  @Test
  @Tag("sms-03")
  void readsProfilesOfThePlatformsOwn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.txt");
    Files.writeString(file, "[mine]\nalphabet = gsm-7 -- us\ngsm-7 = 99/90/90 -- us\n");
    Cli counted =
        Cli.run(
            "{\"id\":1,\"text\":\"" + "a".repeat(100) + "\"}",
            "sms",
            "count",
            "--profiles",
            file.toString(),
            "--profile",
            "mine");
    assertThat(counted.exit()).isZero();
    assertThat(counted.line().get("segments").asInt()).isEqualTo(2);

    Files.writeString(file, "[mine]\nalphabet = gsm-7 -- us\ngsm-7 = 999/90/90 -- us\n");
    Cli refused = Cli.run("", "sms", "profiles", "--profiles", file.toString());
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("mine.txt, line 1: profile mine: gsm-7 capacity 999/90/90");
  }

  @Test
  @Tag("sms-10")
  void pricesAPurchaseAndWhatWasDelivered(@TempDir Path folder) throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.json"), PLAN);
    Path delivered =
        Files.writeString(
            folder.resolve("delivered.jsonl"),
            """
            {"type":"order.shipped","segments":2}
            {"type":"order.paid","segments":3}
            {"type":"order.shipped","segments":4,"delivered":false}
            """);

    Cli bought = Cli.run("", "sms", "price", "--plan", plan.toString(), "--buy", "150");
    assertThat(bought.exit()).isZero();
    assertThat(bought.out())
        .isEqualTo(
            """
            {"currency":"CNY","amount":700,"segments":150,"freeSegments":0,"per":1,"lines":[{"from":1,"segments":100,"price":5},{"from":101,"segments":50,"price":4}]}
            """);
    Cli billed =
        Cli.run("", "sms", "price", "--plan", plan.toString(), "--delivered", delivered.toString());
    assertThat(billed.exit()).isZero();
    assertThat(billed.out())
        .isEqualTo(
            """
            {"currency":"CNY","amount":10,"segments":2,"freeSegments":3,"per":1,"lines":[{"from":1,"segments":2,"price":5}]}
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2.5; segments is 2.5: give a whole number",
        "\"2\"; segments is \"2\": give a whole number",
        "2147483648; segments is 2147483648, which is too large: give 1 to 2147483647",
        "-2147483649; segments is -2147483649, which is too small: give 1 to 2147483647"
      })
  @Tag("sms-10")
  void refusesSegmentsThatAreNotAWholeNumber(String segments, String error, @TempDir Path folder)
      throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.json"), PLAN);
    Path delivered =
        Files.writeString(
            folder.resolve("delivered.jsonl"),
            "{\"type\":\"order.shipped\",\"segments\":" + segments + "}");

    Cli run =
        Cli.run("", "sms", "price", "--plan", plan.toString(), "--delivered", delivered.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("line 1: " + error);
    assertThat(run.out()).contains("\"amount\":0,\"segments\":0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"price\":5; \"price\":5.5; price is 5.5: give a whole number",
        "\"price\":5; \"price\":-5; tier from segment 1 has the price -5",
        "\"price\":5; \"price\":9223372036854775808; price is 9223372036854775808: give a whole",
        "marginal; cheap; scheme is \"cheap\": give marginal or whole-purchase",
        "CNY; ¥; currency \"¥\" is not one of ISO 4217",
        "\"free\"; free; line 1 is not JSON"
      })
  @Tag("sms-10")
  void namesWhatIsWrongInAPlan(String right, String wrong, String error, @TempDir Path folder)
      throws IOException {
    Path plan = Files.writeString(folder.resolve("plan.json"), PLAN.replace(right, wrong));

    Cli run = Cli.run("", "sms", "price", "--plan", plan.toString(), "--buy", "1");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(error).contains("plan.json");
  }

  @Test
  void namesTheProfilesThereAre() {
    Cli profile = Cli.run("", "sms", "count", "--profile", "twillio");
    assertThat(profile.exit()).isEqualTo(2);
    assertThat(profile.err())
        .contains("did you mean \"twilio\"? Known: aliyun-intl, cn, gsm")
        .doesNotContain("\tat ");
    Cli shift = Cli.run("", "sms", "count", "--shift", "double");
    assertThat(shift.exit()).isEqualTo(2);
    assertThat(shift.err())
        .contains("--shift is \"double\": give single, locking or both")
        .doesNotContain("\tat ");
  }
}
