package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderPlanCommandTest {
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
  @Tag("sender-05")
  void printsOneLineWithAllKeysAndNullForThoseUnused() throws IOException {
    assertThat(plan("安记茶铺", "anjitea@126.com", "--platform-domain", "mail.platform.example"))
        .isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"from\":\"安记茶铺 <notify@mail.platform.example>\",\"sender\":null,"
                + "\"replyTo\":\"anjitea@126.com\",\"returnPath\":\"notify@mail.platform.example\","
                + "\"dkimDomain\":\"mail.platform.example\","
                + "\"shownAs\":\"安记茶铺 <notify@mail.platform.example>\","
                + "\"reason\":\"PUBLIC_MAILBOX\",\"advice\":[]}"
                + System.lineSeparator());
    assertThat(told()).contains("Your mailbox is with a public provider");
  }

  @Test
  @Tag("sender-08")
  void showsTheLiteralFormAndWhatOtherClientsShow() throws IOException {
    assertThat(plan("Shop", "a@126.com", "--policy", "literal", "--dmarc", "none")).isZero();

    JsonNode line = line();
    assertThat(line.get("from").asText()).isEqualTo("Shop <a@126.com>");
    assertThat(line.get("sender").asText()).isEqualTo("notify@platform.example");
    assertThat(line.get("replyTo").isNull()).isTrue();
    assertThat(line.get("shownAs").asText()).isEqualTo("Shop <a@126.com> via platform.example");
    assertThat(line.get("advice"))
        .extracting(JsonNode::asText)
        .containsExactly("GENERIC_NAME", "NOT_ALIGNED");
    assertThat(told())
        .contains("qq shows: Shop <a@126.com> (由 notify@platform.example 代发)")
        .contains("outlook shows: notify@platform.example on behalf of Shop <a@126.com>")
        .contains("Advice: Your shop's name could be any shop's.");
  }

  @ParameterizedTest
  @CsvSource({
    "quarantine, DMARC_FORBIDS_LITERAL",
    "REJECT, DMARC_FORBIDS_LITERAL",
    "unknown, DMARC_NOT_KNOWN"
  })
  @Tag("sender-05")
  void fallsBackFromTheLiteralFormAndSaysWhy(String dmarc, String reason) throws IOException {
    plan("Ann's Tea", "a@126.com", "--policy", "literal", "--dmarc", dmarc);

    assertThat(line().get("reason").asText()).isEqualTo(reason);
    assertThat(line().get("from").asText()).isEqualTo("Ann's Tea <notify@platform.example>");
  }

  @Test
  @Tag("sender-06")
  void alignsAnEffectiveDomain() throws IOException {
    plan("Ann's Tea", "hi@annstea.example", "--state", "effective");
    JsonNode line = line();

    assertThat(line.get("from").asText()).isEqualTo("Ann's Tea <hi@annstea.example>");
    assertThat(line.get("returnPath").asText()).isEqualTo("hi@annstea.example");
    assertThat(line.get("dkimDomain").asText()).isEqualTo("annstea.example");
    assertThat(line.get("reason").asText()).isEqualTo("BRAND_DOMAIN");
    printed.reset();
    plan(
        "Ann's Tea",
        "hi@annstea.example",
        "--state",
        "effective",
        "--return-path",
        "bounce.annstea.example");
    assertThat(line().get("returnPath").asText()).isEqualTo("bounces@bounce.annstea.example");
    assertThat(told()).contains("(由 bounces@bounce.annstea.example 代发)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--state|done|--state is \"done\": give one of unverified, pending, verified, effective, lapsed",
        "--dmarc|strict|--dmarc is \"strict\": give one of missing, none, quarantine, reject, unknown",
        "--policy|both|--policy is \"both\": give one of rewrite, literal",
        "--platform-domain|platform|domain \"platform\" is not valid: give two",
        "--return-path|b.other.example|is not below annstea.example: give a host of the mailbox's"
      })
  void wrongInputEndsWithTwoAndNamesTheRemedy(String option, String value, String remedy) {
    assertThat(plan("Ann's Tea", "hi@annstea.example", option, value)).isEqualTo(2);
    assertThat(told()).startsWith("shopbell: ").contains(remedy).doesNotContain("\tat ");
    assertThat(printed.size()).isZero();
  }

  @Test
  void wrongShopsAndMailboxesEndWithTwo() {
    assertThat(plan("", "hi@annstea.example")).isEqualTo(2);
    assertThat(plan("Ann's\nTea", "hi@annstea.example")).isEqualTo(2);
    assertThat(plan("Ann's Tea", "annstea.example")).isEqualTo(2);
    assertThat(plan("Ann's Tea", "no-reply@annstea.example")).isEqualTo(2);
    assertThat(Main.run("sender", "plan", "--shop", "Ann's Tea")).isEqualTo(2);
    assertThat(Main.run("sender")).isEqualTo(2);
    assertThat(printed.size()).isZero();
    assertThat(told())
        .contains("sender name is blank: give 1 to 100 characters")
        .contains("write it as name@domain")
        .contains("give one that is read")
        .contains("Missing required option: '--mailbox=A'")
        .doesNotContain("\tat ");
  }

  @Test
  void explainsItself() {
    assertThat(Main.run("sender", "plan", "--help")).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("--platform-domain=D")
        .contains("Nothing is looked up.");
  }

  private static int plan(String shop, String mailbox, String... more) {
    List<String> command =
        new ArrayList<>(List.of("sender", "plan", "--shop", shop, "--mailbox", mailbox));
    command.addAll(List.of(more));
    return Main.run(command.toArray(String[]::new));
  }

  private JsonNode line() throws IOException {
    return new ObjectMapper().readTree(printed.toString(StandardCharsets.UTF_8));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
