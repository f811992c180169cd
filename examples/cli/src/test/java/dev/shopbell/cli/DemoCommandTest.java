package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

class DemoCommandTest {
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
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  @Tag("sms-04")
  @Tag("sender-04")
  @Tag("sender-17")
  void showsTheThreeKindsOfSenderOverThreeEvents(@TempDir Path folder) throws IOException {
    assertThat(Main.run("demo", "--out", folder.toString())).isZero();
    List<JsonNode> lines = lines();
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
    Main.run("demo", "--out", folder.toString());
    long letters =
        lines().stream().filter(line -> line.get("channel").asText().equals("email")).count();
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
    int code =
        Main.run("demo", "--out", folder.toString(), "--smtp", "smtp://127.0.0.1:1?tls=none");
    assertThat(code).isEqualTo(1);
    assertThat(told())
        .contains(
            "Not delivered: order.paid, PENDING: email deferred, UNAVAILABLE: cannot connect");
  }

  @Test
  void wrongUsageEndsWithTwoAndTellsNoSecretAndNoTrace(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    String uri = "smpt://user:geheim@127.0.0.1";
    assertThat(Main.run("demo", "--out", folder.toString(), "--smtp", uri)).isEqualTo(2);
    assertThat(Main.run("demmo")).isEqualTo(2);
    assertThat(Main.run("demo", "--out", file.toString())).isEqualTo(2);
    assertThat(told())
        .contains("did you mean \"smtp\"?")
        .contains("Did you mean: shopbell demo")
        .contains("a-file is no folder that can be made")
        .doesNotContain("geheim")
        .doesNotContain("\tat ");
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : printed.toString(StandardCharsets.UTF_8).lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
