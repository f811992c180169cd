package dev.shopbell.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.smtp.SmtpClient;
import dev.shopbell.smtp.SmtpEnvelope;
import dev.shopbell.smtp.SmtpResult;
import dev.shopbell.smtp.SmtpSettings;
import dev.shopbell.smtp.SmtpTransportFactory;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "send",
    description = {
      "Sends messages: lines of {\"id\",\"from\",\"to\":[…] or one,\"cc\",\"bcc\",\"replyTo\","
          + "\"envelopeFrom\",\"subject\",\"preheader\",\"text\",\"html\",\"listUnsubscribe\","
          + "\"attachments\"} on standard input, as mail compose reads them.",
      "Answers {\"id\",\"to\",\"outcome\",\"reason\",\"scope\",\"code\",\"enhancedCode\",\"reply\"} a"
          + " recipient, in that order."
    },
    mixinStandardHelpOptions = true)
final class MailSendCommand implements Callable<Integer> {
  private static final int A_CONNECTION = 4;

  @Option(
      names = "--smtp",
      paramLabel = "URI",
      required = true,
      description = "The server: smtp://user:secret@host:587, with ?tls=none without TLS.")
  private String smtp = "";

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "The most connections at once; in place of ?pool=N.")
  private @Nullable Integer connections;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long a letter may take (default: ${DEFAULT-VALUE}).")
  private int timeout = 60;

  private final Queue<Sent> sent = new ArrayDeque<>();
  private boolean allAccepted = true;

  /** One recipient's letter on its way. */
  private record Sent(JsonNode id, SmtpEnvelope envelope, Future<SmtpResult> result) {}

  @Override
  public Integer call() throws Exception {
    Endpoint endpoint = endpoint();
    int together = A_CONNECTION * endpoint.intOption("pool", 4, 1, 1_000);
    ExecutorService threads = Executors.newFixedThreadPool(together);
    try (SmtpClient client = SmtpClient.open(SmtpSettings.STANDARD)) {
      boolean allRead =
          JsonLines.read(
              System.in, line -> send(client, endpoint, threads, 2 * together, MailLine.of(line)));
      while (!sent.isEmpty()) {
        answer(sent.remove());
      }
      return allRead ? (allAccepted ? 0 : 1) : 2;
    } finally {
      threads.shutdownNow();
    }
  }

  private Endpoint endpoint() {
    if (timeout < 1 || timeout > 3_600) {
      throw new IllegalArgumentException("--timeout is " + timeout + ": give 1 to 3600");
    }
    Endpoint given = Endpoint.parse(smtp);
    Map<String, String> options = new HashMap<>(given.options());
    if (connections != null) {
      options.put("pool", connections.toString());
    }
    Endpoint endpoint =
        new Endpoint(
            given.scheme(),
            given.host(),
            given.port(),
            given.path(),
            given.user(),
            given.credential(),
            options);
    SmtpTransportFactory factory = new SmtpTransportFactory();
    if (!factory.schemes().contains(endpoint.scheme())) {
      throw new IllegalArgumentException(
          "--smtp has the scheme %s: give smtp or smtps".formatted(endpoint.scheme()));
    }
    factory.check(endpoint);
    return endpoint;
  }

  private void send(
      SmtpClient client, Endpoint endpoint, ExecutorService threads, int most, MailLine message) {
    for (SmtpEnvelope envelope : message.envelopes()) {
      while (sent.size() >= most) {
        answer(sent.remove());
      }
      sent.add(
          new Sent(
              message.id(),
              envelope,
              threads.submit(() -> sent(client, endpoint, message, envelope))));
    }
  }

  private SmtpResult sent(
      SmtpClient client, Endpoint endpoint, MailLine message, SmtpEnvelope envelope) {
    try {
      return client.send(endpoint, envelope, message.letter(), Duration.ofSeconds(timeout));
    } catch (TransportException e) {
      String problem = String.valueOf(e.getMessage());
      Outcome outcome =
          e.mayHaveLeft()
              ? new Outcome.Unknown(problem)
              : Outcome.Deferred.of(Reason.UNAVAILABLE, problem);
      return new SmtpResult(outcome, 0, "", problem);
    }
  }

  private void answer(Sent letter) {
    try {
      SmtpResult result = letter.result().get();
      allAccepted &= result.outcome() instanceof Outcome.Accepted;
      JsonLines.print(answer(letter, result));
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Map<String, @Nullable Object> answer(Sent letter, SmtpResult result) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    Reason reason = reason(result.outcome());
    answer.put("id", letter.id());
    answer.put("to", letter.envelope().to().value());
    answer.put("outcome", result.outcome().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    answer.put("reason", reason == null ? null : Words.lower(reason));
    answer.put("scope", reason == null ? null : Words.lower(reason.scope()));
    answer.put("code", result.code() == 0 ? null : result.code());
    answer.put("enhancedCode", result.enhancedCode().isEmpty() ? null : result.enhancedCode());
    answer.put("reply", said(result));
    return answer;
  }

  private static @Nullable Reason reason(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return rejected.reason();
    }
    return outcome instanceof Outcome.Deferred deferred ? deferred.reason() : null;
  }

  private static String said(SmtpResult result) {
    if (!result.reply().isEmpty()) {
      return result.reply();
    }
    if (result.outcome() instanceof Outcome.Rejected rejected) {
      return rejected.reply();
    }
    return result.outcome() instanceof Outcome.Unknown unknown ? unknown.detail() : "";
  }
}
