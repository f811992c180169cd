package dev.shopbell.benchmarks;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.smtp.LetterSource;
import dev.shopbell.smtp.SmtpClient;
import dev.shopbell.smtp.SmtpEnvelope;
import dev.shopbell.smtp.SmtpSettings;
import dev.shopbell.smtp.SmtpTransportFactory;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Each way to send a number of letters over a number of connections. */
final class MailWays {
  private static final int CALLERS_A_CONNECTION = 8;

  private final int port;
  private final int connections;
  private final int callers;

  MailWays(int port, int connections) {
    this(port, connections, CALLERS_A_CONNECTION * connections);
  }

  /** With so many threads that send where a way has threads of its own for its connections. */
  MailWays(int port, int connections, int callers) {
    this.port = port;
    this.connections = connections;
    this.callers = callers;
  }

  /** Our transport as the dispatcher calls it: a letter is built and sent by each call. */
  void shopbell(int letters, String options) throws Exception {
    try (Transport transport = new SmtpTransportFactory().create(Clock.systemUTC())) {
      Endpoint endpoint = endpoint(options);
      DeliveryId id = DeliveryId.next(Clock.systemUTC(), new SplittableRandom());
      Threads.each(
          callers,
          letters,
          number -> {
            SendContext context =
                new SendContext(
                    new StoreId("bench"),
                    id,
                    "key",
                    Instant.now().plusSeconds(60),
                    endpoint,
                    Map.of());
            require(transport.send(MailLetters.ours(number), context));
          });
    }
  }

  /** Our client with a letter that was written beforehand. */
  void client(int letters, byte[] octets, String options) throws Exception {
    try (SmtpClient client = SmtpClient.open(SmtpSettings.STANDARD)) {
      Endpoint endpoint = endpoint(options);
      SmtpEnvelope envelope =
          SmtpEnvelope.of(EmailAddress.of(MailLetters.FROM), EmailAddress.of(MailLetters.TO));
      LetterSource letter = eightBit -> new WrittenLetter(octets);
      Threads.each(
          callers,
          letters,
          number ->
              require(client.send(endpoint, envelope, letter, Duration.ofSeconds(60)).outcome()));
    }
  }

  /** The longest time that one letter of that size takes, in milliseconds. */
  double stall(int size, int times) throws Exception {
    byte[] octets = new byte[size];
    Arrays.fill(octets, (byte) 'x');
    for (int i = 78; i + 1 < size; i += 80) {
      octets[i] = '\r';
      octets[i + 1] = '\n';
    }
    long most = 0;
    try (SmtpClient client = SmtpClient.open(SmtpSettings.STANDARD)) {
      SmtpEnvelope envelope =
          SmtpEnvelope.of(EmailAddress.of(MailLetters.FROM), EmailAddress.of(MailLetters.TO));
      for (int i = 0; i < times; i++) {
        long began = System.nanoTime();
        require(
            client
                .send(
                    endpoint(""),
                    envelope,
                    eightBit -> new WrittenLetter(octets),
                    Duration.ofSeconds(9))
                .outcome());
        most = i < times / 2 ? 0 : Math.max(most, System.nanoTime() - began);
      }
    }
    return most / 1e6;
  }

  /** Angus Mail, each thread with a connection that it keeps. */
  void angus(int letters) throws Exception {
    Threads.split(
        connections,
        letters,
        count -> {
          Session session = MailLetters.session(port);
          try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            transport.connect();
            for (int i = 0; i < count; i++) {
              MimeMessage message = MailLetters.jakarta(session);
              message.saveChanges();
              transport.sendMessage(message, message.getAllRecipients());
            }
          }
        });
  }

  /** Spring's sender, each thread with batches of 50. */
  void spring(int letters) throws Exception {
    Threads.split(
        connections,
        letters,
        count -> {
          JavaMailSenderImpl sender = new JavaMailSenderImpl();
          sender.setHost("127.0.0.1");
          sender.setPort(port);
          for (int left = count; left > 0; left -= 50) {
            MimeMessage[] batch = new MimeMessage[Math.min(left, 50)];
            for (int i = 0; i < batch.length; i++) {
              batch[i] = MailLetters.jakarta(sender.getSession());
            }
            sender.send(batch);
          }
        });
  }

  /** Simple Java Mail with the pool of its batch module. */
  void simpleJavaMail(int letters) throws Exception {
    Mailer mailer =
        MailerBuilder.withSMTPServer("127.0.0.1", port)
            .withTransportStrategy(TransportStrategy.SMTP)
            .withConnectionPoolCoreSize(connections)
            .withConnectionPoolMaxSize(connections)
            .withThreadPoolSize(callers)
            .buildMailer();
    Threads.each(
        callers,
        letters,
        number -> {
          Email email =
              EmailBuilder.startingBlank()
                  .from(new InternetAddress(MailLetters.FROM))
                  .to(new InternetAddress(MailLetters.TO))
                  .withSubject(MailLetters.SUBJECT)
                  .withPlainText(MailLetters.TEXT)
                  .withHTMLText(MailLetters.HTML)
                  .buildEmail();
          mailer.sendMail(email, false).get();
        });
    mailer.shutdownConnectionPool().get();
  }

  /** Vert.x's client, with PIPELINING. */
  void vertx(int letters) throws Exception {
    Vertx vertx = Vertx.vertx();
    MailConfig config =
        new MailConfig("127.0.0.1", port)
            .setMaxPoolSize(connections)
            .setKeepAlive(true)
            .setPipelining(true);
    MailClient client = MailClient.create(vertx, config);
    Semaphore free = new Semaphore(callers);
    CountDownLatch done = new CountDownLatch(letters);
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < letters; i++) {
      free.acquire();
      MailMessage message =
          new MailMessage(MailLetters.FROM, MailLetters.TO, MailLetters.SUBJECT, MailLetters.TEXT)
              .setHtml(MailLetters.HTML);
      client
          .sendMail(message)
          .onComplete(
              sent -> {
                if (sent.failed()) {
                  synchronized (failures) {
                    failures.add(sent.cause());
                  }
                }
                free.release();
                done.countDown();
              });
    }
    done.await();
    client.close().toCompletionStage().toCompletableFuture().get();
    vertx.close().toCompletionStage().toCompletableFuture().get();
    if (!failures.isEmpty()) {
      throw new IOException(failures.get(0));
    }
  }

  /** The limit: a thread a connection, octets made beforehand. */
  void prebuilt(int letters, byte[] octets, int window) throws Exception {
    PrebuiltSmtp limit = new PrebuiltSmtp(port, octets);
    Threads.split(
        connections,
        letters,
        count -> {
          if (window == 0) {
            limit.pipelined(count);
          } else {
            limit.chunked(count, window);
          }
        });
  }

  private Endpoint endpoint(String options) {
    return Endpoint.parse(
        "smtp://127.0.0.1:%s?tls=none&messages=1000000&pool=%s%s"
            .formatted(port, connections, options));
  }

  private static void require(Outcome outcome) throws IOException {
    if (!(outcome instanceof Outcome.Accepted)) {
      throw new IOException(String.valueOf(outcome));
    }
  }
}
