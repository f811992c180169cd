package dev.shopbell.smtp;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.Endpoint;
import dev.shopbell.testkit.ScriptedSmtpServer;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.TransportException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A client at a scripted server, for tests. */
final class Sending implements AutoCloseable {
  static final EmailAddress FROM = EmailAddress.of("bounce@platform.example");
  static final EmailAddress TO = EmailAddress.of("ann.shopper@customer.example");
  private static final Duration AMPLE = Duration.ofSeconds(20);

  final ScriptedSmtpServer server = ScriptedSmtpServer.start().option("pool", "1");
  private final List<SmtpClient> clients = new ArrayList<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Threads.platform("sending-"));
  private SmtpClient client = with(SmtpSettings.STANDARD);

  /** From now on with these settings. */
  SmtpClient with(SmtpSettings settings) {
    client = SmtpClient.open(settings);
    clients.add(client);
    return client;
  }

  void use(SmtpClient other) {
    client = other;
  }

  SmtpClient client() {
    return client;
  }

  Outcome send(String words) {
    return send(Plain.letter(words));
  }

  Outcome send(LetterSource letter) {
    return send(SmtpEnvelope.of(FROM, TO), letter, AMPLE);
  }

  /** As the dispatcher reads it. */
  Outcome send(SmtpEnvelope envelope, LetterSource letter, Duration timeout) {
    return send(server.endpoint(), envelope, letter, timeout);
  }

  Outcome send(Endpoint endpoint, SmtpEnvelope envelope, LetterSource letter, Duration timeout) {
    try {
      return client.send(endpoint, envelope, letter, timeout).outcome();
    } catch (TransportException e) {
      return e.mayHaveLeft()
          ? new Outcome.Unknown(String.valueOf(e.getMessage()))
          : Outcome.Deferred.of(Reason.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  /** So many letters at once, each from a thread of its own. */
  List<Outcome> together(int letters) throws Exception {
    List<Future<Outcome>> sent = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      String words = "letter " + i;
      sent.add(threads.submit(() -> send(words)));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> one : sent) {
      outcomes.add(one.get());
    }
    return outcomes;
  }

  long count(String command) {
    return server.commands().stream().filter(line -> line.startsWith(command)).count();
  }

  @Override
  public void close() {
    clients.forEach(SmtpClient::close);
    server.close();
    threads.shutdownNow();
  }
}
