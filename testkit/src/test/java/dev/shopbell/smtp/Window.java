package dev.shopbell.smtp;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.Endpoint;
import dev.shopbell.testkit.ScriptedSmtpServer;
import dev.shopbell.testkit.StubProvider.Received;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Some letters sent together over one connection, and what both sides say of them.
 *
 * @param endings one a letter
 * @param accepted what the server took
 */
record Window(
    List<Ending> endings, List<Received> accepted, long read, long wrote, int first, int most) {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(Threads.platform("window-"));

  static Window send(ScriptedSmtpServer server, int letters) {
    int first = NUMBER.getAndAdd(letters);
    long read = server.octetsRead();
    long wrote = server.octetsWritten();
    int before = server.accepted().size();
    Endpoint endpoint = server.endpoint();
    List<Ending> endings = new ArrayList<>();
    try (SmtpClient client = SmtpClient.open(SmtpSettings.STANDARD)) {
      List<Future<Ending>> sent = new ArrayList<>();
      for (int i = first; i < first + letters; i++) {
        int number = i;
        sent.add(THREADS.submit(() -> ending(client, endpoint, number)));
      }
      for (Future<Ending> one : sent) {
        endings.add(one.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
    List<Received> all = server.accepted();
    int window = Math.max(1, endpoint.intOption("chunking", 0, 0, 64));
    return new Window(
        endings,
        all.subList(before, all.size()),
        server.octetsRead() - read,
        server.octetsWritten() - wrote,
        first,
        window);
  }

  private static Ending ending(SmtpClient client, Endpoint endpoint, int number) {
    SmtpEnvelope envelope =
        SmtpEnvelope.of(EmailAddress.of("a@b.example"), EmailAddress.of("c@d.example"));
    try {
      return Ending.of(
          client.send(endpoint, envelope, Plain.letter("n" + number), Duration.ofSeconds(20)));
    } catch (TransportException e) {
      return Ending.of(e);
    }
  }

  /** How often the server took that letter. */
  long taken(int letter) {
    String marker = "n" + (first + letter) + ".";
    return accepted.stream().filter(one -> one.contains(marker)).count();
  }

  int unknown() {
    return (int) endings.stream().filter(Window::isUnknown).count();
  }

  static boolean isAccepted(Ending ending) {
    return ending.result() != null && ending.result().outcome() instanceof Outcome.Accepted;
  }

  static boolean isUnknown(Ending ending) {
    return ending.result() == null
        ? ending.failure().mayHaveLeft()
        : ending.result().outcome() instanceof Outcome.Unknown;
  }
}
