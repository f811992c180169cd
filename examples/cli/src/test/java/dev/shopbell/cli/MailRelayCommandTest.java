package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.ScriptedSmtpServer;
import dev.shopbell.testkit.SmtpStep;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MailRelayCommandTest {
  private static final String LETTER =
      """
      DKIM-Signature: v=1; a=rsa-sha256; d=relay.test; s=k1; h=From:Subject; bh=x; b=y
      List-Unsubscribe: <https://shop.example/u>
      List-Unsubscribe-Post: List-Unsubscribe=One-Click
      From: Ann <ann@shop.example>

      words
      """;

  private final ScriptedSmtpServer server = ScriptedSmtpServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void looksAServerOverWithoutSending() {
    Cli run = Cli.run("", "mail", "relay", "--smtp", uri());

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("{\"stage\":\"login\",\"passed\":true,\"reply\":\"\",\"tls\":null,")
        .contains("\"PIPELINING\"", "lets you in");
    assertThat(server.accepted()).isEmpty();
  }

  @Test
  void saysWhereAServerStops() {
    server.answer(SmtpStep.AUTH, "535 5.7.8 wrong password");
    Cli run = Cli.run("", "mail", "relay", "--smtp", uri(), "--language", "es");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("535 5.7.8").contains("rechaza el usuario");
    assertThat(run.out()).doesNotContain(server.endpoint().credential().reveal());
  }

  @Test
  @Tag("mail-02")
  void saysWhoSignedALetterAndWhetherThatCoversUnsubscribing(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("arrived.eml"), LETTER);
    Cli run = Cli.run("", "mail", "relay", "--letter", file.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"from\":\"shop.example\",\"signatures\":[{\"domain\":\"relay.test\",")
        .contains("\"signed\":[\"from\",\"subject\"]", "\"unsubscribe\":\"not_covered\"")
        .contains("signed by relay.test");
    String covered = LETTER.replace("h=From", "h=List-Unsubscribe:List-Unsubscribe-Post:From");
    assertThat(
            Cli.run(covered.replace("relay.test", "shop.example"), "mail", "relay", "--letter", "-")
                .exit())
        .isZero();
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(Cli.run("", "mail", "relay").err()).contains("give --smtp, --letter or both");
    assertThat(Cli.run("", "mail", "relay", "--letter", "no-such.eml").err())
        .contains("no-such.eml cannot be read");
  }

  private String uri() {
    return "smtp://%s:%s@127.0.0.1:%s?tls=none"
        .formatted(
            server.endpoint().user(), server.endpoint().credential().reveal(), server.port());
  }
}
