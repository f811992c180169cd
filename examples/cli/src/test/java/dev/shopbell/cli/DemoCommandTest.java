package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @Test
  @Tag("sms-04")
  @Tag("sender-04")
  @Tag("sender-17")
  void showsTheThreeKindsOfSenderOverThreeEvents(@TempDir Path folder) throws IOException {
    Cli run = demo(folder);
    List<JsonNode> lines = run.lines();
    assertThat(run.exit()).isZero();
    assertThat(lines).allMatch(line -> line.get("outcome").asText().equals("accepted"));
    assertThat(lines)
        .extracting(line -> line.get("event").asText())
        .containsOnly("order.placed", "order.paid", "admin.order.new", "order.shipped");
    assertThat(lines)
        .filteredOn(line -> line.get("channel").asText().equals("email"))
        .extracting(line -> line.get("shownAs").asText())
        .containsOnly(
            "安记茶铺 <notify@mail.platform.example>",
            "Leaf & Clay <hello@leafandclay.example>",
            "安记茶铺 <orders@anjitea.example>");
    assertThat(lines)
        .filteredOn(line -> line.get("channel").asText().equals("sms"))
        .hasSize(3)
        .allMatch(line -> line.get("text").asText().startsWith("【安记茶铺】"))
        .allMatch(line -> line.get("segments").asInt() == 1);
  }

  @Test
  void writesEachLetterTwiceAndAPageToLookAtThem(@TempDir Path folder) throws IOException {
    Cli run = demo(folder);
    long letters =
        run.lines().stream().filter(line -> line.get("channel").asText().equals("email")).count();
    List<String> names = new ArrayList<>();
    try (var files = Files.list(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertThat(names).filteredOn(name -> name.endsWith(".eml")).hasSize((int) letters);
    assertThat(names).filteredOn(name -> name.endsWith(".html")).hasSize((int) letters + 1);
    assertThat(Files.readString(folder.resolve("index.html"))).contains("安记茶铺 &lt;orders@");
  }

  @Test
  void listsWhatWasNotDeliveredWithItsReasonAndEndsWithOne(@TempDir Path folder) {
    Cli run = demo(folder, "--smtp", "smtp://127.0.0.1:1?tls=none");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains(
            "Not delivered: order.paid, PENDING: email deferred, UNAVAILABLE: cannot connect");
  }

  @Test
  void wrongUsageEndsWithTwoAndTellsNoSecretAndNoTrace(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    String uri = "smpt://user:geheim@127.0.0.1";
    Cli secret = demo(folder, "--smtp", uri);
    Cli unknown = Cli.run("", "demmo");
    Cli taken = demo(file);
    assertThat(List.of(secret.exit(), unknown.exit(), taken.exit())).containsOnly(2);
    assertThat(secret.err()).contains("did you mean \"smtp\"?").doesNotContain("geheim", "\tat ");
    assertThat(unknown.err()).contains("Did you mean: shopbell demo").doesNotContain("\tat ");
    assertThat(taken.err())
        .contains("a-file is no folder that can be made")
        .doesNotContain("\tat ");
  }

  @Test
  void aFinishedDemoSaysSoAndBeginsAnewWhenAsked(@TempDir Path folder) throws IOException {
    List<JsonNode> first = demo(folder).lines();
    Files.writeString(folder.resolve("mine.html"), "mine");
    Files.delete(folder.resolve("1-order.placed-tea-SO-1001.eml"));

    Cli second = demo(folder);
    assertThat(second.exit()).isZero();
    assertThat(second.out()).isEmpty();
    assertThat(second.err())
        .contains("This demo is finished.")
        .contains("安记茶铺 <orders@anjitea.example>")
        .contains("outbox stats --jdbc jdbc:sqlite:" + folder.resolve("outbox.db"))
        .contains("Begin anew: examples/shopbell demo --fresh --out " + folder);

    assertThat(demo(folder, "--fresh").lines()).hasSameSizeAs(first);
    assertThat(folder.resolve("1-order.placed-tea-SO-1001.eml")).exists();
    assertThat(folder.resolve("mine.html")).hasContent("mine");
  }

  @Test
  void whatCouldNotBeDeliveredGoesOnInTheNextDemo(@TempDir Path folder) {
    demo(folder, "--smtp", "smtp://127.0.0.1:1?tls=none");

    assertThat(demo(folder).err())
        .contains("Going on with the demo in " + folder.resolve("outbox.db"))
        .contains("12 deliveries are from before")
        .contains("wait and go on");
  }

  @Test
  void twoDemosDoNotShareAFolder(@TempDir Path folder) throws IOException {
    try (DemoFolder held = new DemoFolder(folder)) {
      assertThat(held.letters().hasIndex()).isFalse();
      Cli run = demo(folder);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("another demo is running in " + folder);
    }
  }

  private static Cli demo(Path folder, String... more) {
    return Cli.run(
        "",
        Stream.concat(Stream.of("demo", "--out", folder.toString()), Stream.of(more))
            .toArray(String[]::new));
  }
}
