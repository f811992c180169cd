package dev.shopbell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.ScriptedSmtpServer;
import dev.shopbell.testkit.SmtpStep;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailSendCommandTest {
  private final ScriptedSmtpServer server = ScriptedSmtpServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void answersEachRecipientInOrder() {
    server.answer(SmtpStep.RCPT, 2, "550 5.1.1 no such user");
    Cli run =
        send(
            """
            {"id":7,"from":"Ann's Tea <ann@tea.example>","to":["a@x.example"],"bcc":"b@x.example",\
            "envelopeFrom":"bounce@tea.example","subject":"Grüße","text":"one","html":"<p>one"}
            {"id":"second","from":"ann@tea.example","to":"c@x.example","subject":"","text":"two"}
            """,
            "--connections",
            "1");
    assertThat(run.exit()).isEqualTo(1);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.stream().filter(line -> line.contains("\"outcome\":\"accepted\""))).hasSize(2);
    assertThat(lines)
        .filteredOn(line -> line.contains("rejected"))
        .singleElement()
        .asString()
        .contains("\"reason\":\"bad_address\",\"scope\":\"recipient\",\"code\":550")
        .contains("\"enhancedCode\":\"5.1.1\",\"reply\":\"550 5.1.1 no such user\"");
    assertThat(lines.get(0)).startsWith("{\"id\":7,\"to\":\"a@x.example\"");
    assertThat(lines.get(1)).startsWith("{\"id\":7,\"to\":\"b@x.example\"");
    assertThat(lines.get(2)).startsWith("{\"id\":\"second\",\"to\":\"c@x.example\"");
    assertThat(server.commands()).contains("MAIL FROM:<bounce@tea.example>");
    assertThat(server.accepted()).noneMatch(letter -> letter.body().contains("b@x.example"));
  }

  @Test
  void endsWithNothingWhenAllWereTaken() {
    Cli run = send("{\"from\":\"a@b.example\",\"to\":\"c@d.example\",\"text\":\"x\"}\n");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "{\"id\":null,\"to\":\"c@d.example\",\"outcome\":\"accepted\",\"reason\":null,"
                + "\"scope\":null,\"code\":250,\"enhancedCode\":\"2.0.0\","
                + "\"reply\":\"250 2.0.0 queued\"}\n");
  }

  @Test
  void aLineThatCannotBeReadIsNamedAndTheOthersGo() {
    Cli run =
        send(
            """
            {"from":"a@b.example","text":"x"}
            {"from":"a@b.example","to":"c@d.example","text":"x"}
            """);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("line 1: the message goes to nobody: give to, cc or bcc");
    assertThat(server.accepted()).hasSize(1);
  }

  @Test
  void aServerThatCannotBeReachedDefers() {
    String uri = uri();
    server.close();
    Cli run =
        Cli.run(
            "{\"from\":\"a@b.example\",\"to\":\"c@d.example\",\"text\":\"x\"}\n",
            "mail",
            "send",
            "--smtp",
            uri);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("\"outcome\":\"deferred\"").contains("\"code\":null");
    assertThat(run.out()).doesNotContain(server.endpoint().credential().reveal());
  }

  @Test
  void anEndpointThatCannotBeUsedIsNamed() {
    Cli run = Cli.run("", "mail", "send", "--smtp", "smtp://h.example?tls=maybe");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("option tls of smtp://h.example is \"maybe\"");
  }

  private Cli send(String input, String... more) {
    String[] all = new String[4 + more.length];
    System.arraycopy(new String[] {"mail", "send", "--smtp", uri()}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return Cli.run(input, all);
  }

  private String uri() {
    return "smtp://%s:%s@127.0.0.1:%s?tls=none"
        .formatted(
            server.endpoint().user(), server.endpoint().credential().reveal(), server.port());
  }
}
