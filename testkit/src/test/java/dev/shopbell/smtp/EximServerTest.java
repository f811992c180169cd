package dev.shopbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.TransportException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real Exim as the server: what it delivers agrees with what each letter ended as. */
@Timeout(120)
@Tag("delivery-03")
class EximServerTest {
  private static final int LETTERS = 240;
  private static final EmailAddress FROM = EmailAddress.of("bounce@platform.example");

  @TempDir private Path folder;

  /** What becomes of a letter of each kind. */
  private enum Kind {
    PLAIN("ann@customer.example"),
    DOTS("ann@customer.example"),
    EIGHT_BIT("ann@customer.example"),
    BEYOND_ASCII("安@customer.example"),
    LONG("bo@customer.example"),
    REFUSED_RECIPIENT("nobody@customer.example", Reason.BAD_ADDRESS),
    REFUSED_CONTENT("ann@customer.example", Reason.CONTENT),
    REFUSED_SIZE("ann@customer.example", Reason.TOO_LARGE),
    BEYOND_SIZE("ann@customer.example", Reason.TOO_LARGE);

    private final String to;
    private final Optional<Reason> refusal;

    Kind(String to) {
      this.to = to;
      this.refusal = Optional.empty();
    }

    Kind(String to, Reason refusal) {
      this.to = to;
      this.refusal = Optional.of(refusal);
    }

    static Kind of(int number) {
      return values()[number % values().length];
    }

    String body(int number) {
      return switch (this) {
        case DOTS -> ".\r\n..\r\n.\r\nFrom here on: " + number + "\r\n.";
        case EIGHT_BIT -> "Grüße, 您好 " + number;
        case LONG -> ("line of letter " + number + "\r\n").repeat(2_000);
        case REFUSED_SIZE -> "x".repeat(70).concat("\r\n").repeat(1_600);
        case BEYOND_SIZE -> "x".repeat(70).concat("\r\n").repeat(3_000);
        default -> "letter " + number;
      };
    }

    LetterSource letter(int number) {
      String subject = this == REFUSED_CONTENT ? "refuse this" : "order " + number;
      String text =
          "Message-ID: <%s@platform.example>\r\nFrom: <%s>\r\nSubject: %s\r\n\r\n%s\r\n"
              .formatted(number, FROM.value(), subject, body(number));
      return eightBit -> new Plain(text, this == EIGHT_BIT);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "4, 0", "1, 4", "3, 8"})
  void whatEximDeliversAgreesWithEachOutcome(int connections, int chunking) throws Exception {
    assumeTrue(Files.isExecutable(Exim.PROGRAM), "skipped: there is no " + Exim.PROGRAM);
    try (Exim exim = Exim.start(folder)) {
      List<Outcome> outcomes = send(exim.port(), connections, chunking);
      Map<Integer, List<String>> delivered = byNumber(exim.delivered());
      for (int i = 0; i < LETTERS; i++) {
        check(i, outcomes.get(i), delivered.getOrDefault(i, List.of()));
      }
    }
  }

  private static void check(int number, Outcome outcome, List<String> delivered) {
    Kind kind = Kind.of(number);
    if (kind.refusal.isEmpty()) {
      assertThat(outcome).as(kind + " " + number).isInstanceOf(Outcome.Accepted.class);
      assertThat(delivered)
          .singleElement()
          .asString()
          .contains("Envelope-to: " + kind.to + "\n")
          .endsWith("\n\n" + kind.body(number).replace("\r\n", "\n") + "\n");
    } else {
      assertThat(delivered).as(kind + " " + number).isEmpty();
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Rejected.class, no -> assertThat(kind.refusal).contains(no.reason()));
    }
  }

  private static List<Outcome> send(int port, int connections, int chunking) throws Exception {
    Endpoint endpoint =
        Endpoint.parse(
            "smtp://127.0.0.1:%s?tls=none&pool=%s&chunking=%s"
                .formatted(port, connections, chunking));
    ExecutorService threads = Executors.newFixedThreadPool(8 * connections);
    try (SmtpClient client = SmtpClient.open(SmtpSettings.STANDARD)) {
      List<Future<Outcome>> sent = new ArrayList<>();
      for (int i = 0; i < LETTERS; i++) {
        int number = i;
        sent.add(threads.submit(() -> send(client, endpoint, number)));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> one : sent) {
        outcomes.add(one.get());
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  /** As the dispatcher does: what was put off is tried again. */
  private static Outcome send(SmtpClient client, Endpoint endpoint, int number) {
    Outcome outcome = once(client, endpoint, number);
    for (int again = 0; again < 5 && outcome instanceof Outcome.Deferred; again++) {
      outcome = once(client, endpoint, number);
    }
    return outcome;
  }

  private static Outcome once(SmtpClient client, Endpoint endpoint, int number) {
    Kind kind = Kind.of(number);
    SmtpEnvelope envelope = SmtpEnvelope.of(FROM, EmailAddress.of(kind.to));
    try {
      return client.send(endpoint, envelope, kind.letter(number), Duration.ofSeconds(60)).outcome();
    } catch (TransportException e) {
      String problem = String.valueOf(e.getMessage());
      return e.mayHaveLeft()
          ? new Outcome.Unknown(problem)
          : Outcome.Deferred.of(Reason.UNAVAILABLE, problem);
    }
  }

  private static Map<Integer, List<String>> byNumber(List<String> messages) {
    Map<Integer, List<String>> all = new HashMap<>();
    for (String message : messages) {
      String id = message.substring(message.indexOf("Message-ID: <") + 13);
      int number = Integer.parseInt(id.substring(0, id.indexOf('@')));
      all.computeIfAbsent(number, key -> new ArrayList<>()).add(message);
    }
    return all;
  }
}
