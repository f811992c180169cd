package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderPlanCommandTest {
  @Test
  @Tag("sender-05")
  void printsOneLineWithAllKeysAndNullForThoseUnused() throws IOException {
    Cli run = plan("安记茶铺", "anjitea@126.com", "--platform-domain", "mail.platform.example");
    assertThat(run.exit()).isZero();

    assertThat(run.out())
        .isEqualTo(
            "{\"from\":\"安记茶铺 <notify@mail.platform.example>\",\"sender\":null,"
                + "\"replyTo\":\"anjitea@126.com\",\"returnPath\":\"notify@mail.platform.example\","
                + "\"dkimDomain\":\"mail.platform.example\","
                + "\"shownAs\":\"安记茶铺 <notify@mail.platform.example>\","
                + "\"reason\":\"PUBLIC_MAILBOX\",\"advice\":[]}"
                + System.lineSeparator());
    assertThat(run.err()).contains("Your mailbox is with a public provider");
  }

  @Test
  @Tag("sender-08")
  void showsTheLiteralFormAndWhatOtherClientsShow() throws IOException {
    Cli run = plan("Shop", "a@126.com", "--policy", "literal", "--dmarc", "none");
    assertThat(run.exit()).isZero();

    JsonNode line = run.line();
    assertThat(line.get("from").asText()).isEqualTo("Shop <a@126.com>");
    assertThat(line.get("sender").asText()).isEqualTo("notify@platform.example");
    assertThat(line.get("replyTo").isNull()).isTrue();
    assertThat(line.get("shownAs").asText()).isEqualTo("Shop <a@126.com> via platform.example");
    assertThat(line.get("advice"))
        .extracting(JsonNode::asText)
        .containsExactly("GENERIC_NAME", "NOT_ALIGNED");
    assertThat(run.err())
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
    Cli run = plan("Ann's Tea", "a@126.com", "--policy", "literal", "--dmarc", dmarc);

    assertThat(run.line().get("reason").asText()).isEqualTo(reason);
    assertThat(run.line().get("from").asText()).isEqualTo("Ann's Tea <notify@platform.example>");
  }

  @Test
  @Tag("sender-06")
  void alignsAnEffectiveDomain() throws IOException {
    JsonNode line = plan("Ann's Tea", "hi@annstea.example", "--state", "effective").line();

    assertThat(line.get("from").asText()).isEqualTo("Ann's Tea <hi@annstea.example>");
    assertThat(line.get("returnPath").asText()).isEqualTo("hi@annstea.example");
    assertThat(line.get("dkimDomain").asText()).isEqualTo("annstea.example");
    assertThat(line.get("reason").asText()).isEqualTo("BRAND_DOMAIN");
    Cli run =
        plan(
            "Ann's Tea",
            "hi@annstea.example",
            "--state",
            "effective",
            "--return-path",
            "bounce.annstea.example");
    assertThat(run.line().get("returnPath").asText()).isEqualTo("bounces@bounce.annstea.example");
    assertThat(run.err()).contains("(由 bounces@bounce.annstea.example 代发)");
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
    Cli run = plan("Ann's Tea", "hi@annstea.example", option, value);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).startsWith("shopbell: ").contains(remedy).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void wrongShopsAndMailboxesEndWithTwo() {
    assertRefused(plan("", "hi@annstea.example"), "sender name is blank: give 1 to 100 characters");
    assertRefused(plan("Ann's\nTea", "hi@annstea.example"), "holds U+000A at index 5");
    assertRefused(plan("Ann's Tea", "annstea.example"), "write it as name@domain");
    assertRefused(plan("Ann's Tea", "no-reply@annstea.example"), "give one that is read");
    assertRefused(
        Cli.run("", "sender", "plan", "--shop", "Ann's Tea"),
        "Missing required option: '--mailbox=A'");
    assertRefused(Cli.run("", "sender"), "Missing required subcommand");
  }

  private static void assertRefused(Cli run, String why) {
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(why).doesNotContain("\tat ");
  }

  @Test
  void explainsItself() {
    Cli run = Cli.run("", "sender", "plan", "--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("--platform-domain=D").contains("Nothing is looked up.");
  }

  private static Cli plan(String shop, String mailbox, String... more) {
    List<String> command =
        new ArrayList<>(List.of("sender", "plan", "--shop", shop, "--mailbox", mailbox));
    command.addAll(List.of(more));
    return Cli.run("", command.toArray(String[]::new));
  }
}
