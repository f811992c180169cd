package dev.shopbell.smtp;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;

/** One way to a server, a command at a time, so that each stage has its own answer. */
final class Trial {
  private final Endpoint endpoint;
  private final SmtpOptions options;
  private final Optional<Letter> letter;
  private final Wire wire = new Wire();
  private final Opening opening;
  private volatile Capabilities server = Capabilities.NONE;
  private volatile SmtpStage stage = SmtpStage.DNS;
  private volatile boolean dotSent;

  /** What is sent, where something is. */
  record Letter(SmtpEnvelope envelope, LetterSource source) {}

  Trial(Endpoint endpoint, SmtpSettings settings, Optional<Letter> letter) {
    this.endpoint = endpoint;
    this.options = SmtpOptions.of(endpoint);
    this.letter = letter;
    this.opening = new Opening(endpoint, options, settings, wire);
  }

  /** Runs it on a thread of its own, so that the time is kept whatever the server does. */
  SmtpDiagnosis run(Duration timeout) {
    CompletableFuture<SmtpDiagnosis> done = new CompletableFuture<>();
    Threads.start(() -> done.complete(diagnosed()));
    try {
      return done.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return broken("no answer within " + timeout.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      wire.cut();
    }
  }

  private SmtpDiagnosis diagnosed() {
    try {
      server = opening.open();
      stage = SmtpStage.LOGIN;
      return letter.isEmpty() ? passed("", Optional.empty()) : handOver(letter.get());
    } catch (OpeningException e) {
      stage = e.stage();
      return stopped(e.problem(), Optional.empty());
    } catch (IOException e) {
      return broken(Failures.of(e));
    } catch (MessagingException e) {
      stage = SmtpStage.CONTENT;
      return stopped("the letter cannot be written: " + e.getMessage(), Optional.empty());
    }
  }

  private SmtpDiagnosis handOver(Letter letter) throws IOException, MessagingException {
    Content content = Content.of(letter.source().wire(server.has("8BITMIME")));
    Parcel parcel = new Parcel(letter.envelope(), letter.source(), content, System.nanoTime());
    Optional<Outcome> unfit = Fitting.refusal(parcel, server);
    if (unfit.isPresent()) {
      return unfit(unfit.get());
    }
    stage = SmtpStage.SENDER;
    SmtpReply reply = say(Commands.mail(parcel, server, options));
    if (reply.agrees()) {
      stage = SmtpStage.RECIPIENT;
      reply = say(Commands.rcpt(parcel, server, options));
    }
    if (!reply.agrees()) {
      return refused(stage == SmtpStage.SENDER ? Phase.MAIL : Phase.RCPT, reply);
    }
    return content(content);
  }

  private SmtpDiagnosis content(Content content) throws IOException {
    stage = SmtpStage.CONTENT;
    SmtpReply reply = say("DATA\r\n");
    if (reply.code() != 354) {
      return refused(Phase.DATA, reply);
    }
    content.writeTo(wire.stream());
    dotSent = true;
    reply = say(".\r\n");
    if (!reply.agrees()) {
      return refused(Phase.FINAL, reply);
    }
    stage = SmtpStage.ACCEPTED;
    Outcome accepted = new Outcome.Accepted(SmtpClient.NAME, List.of(), 0);
    return passed(reply.text(), Optional.of(accepted));
  }

  private SmtpReply say(String command) throws IOException {
    wire.write(command);
    wire.flush();
    return wire.read(options.limits().timeout());
  }

  private SmtpDiagnosis unfit(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      stage =
          switch (rejected.reason().scope()) {
            case RECIPIENT -> SmtpStage.RECIPIENT;
            case SENDER -> SmtpStage.SENDER;
            default -> SmtpStage.CONTENT;
          };
      return stopped(rejected.reply(), Optional.of(rejected));
    }
    return stopped("", Optional.of(outcome));
  }

  private SmtpDiagnosis refused(Phase phase, SmtpReply reply) throws IOException {
    if (!reply.refuses()) {
      throw new IOException("the server answered nonsense: " + reply.code() + " at this place");
    }
    return stopped(reply.text(), Optional.of(reply.outcome(phase)));
  }

  private SmtpDiagnosis broken(String problem) {
    String what = "the connection to " + endpoint + " broke: " + problem;
    Outcome outcome =
        dotSent ? new Outcome.Unknown(what) : Outcome.Deferred.of(Reason.UNAVAILABLE, what);
    if (stage == SmtpStage.DNS) {
      stage = opening.stage();
    }
    return stopped(what, Optional.of(outcome));
  }

  private SmtpDiagnosis passed(String reply, Optional<Outcome> outcome) {
    try {
      wire.write("QUIT\r\n");
      wire.flush();
    } catch (IOException e) {
      // It has passed, however the server takes its leave.
    }
    return new SmtpDiagnosis(stage, true, reply, outcome, tls(), offers());
  }

  private SmtpDiagnosis stopped(String reply, Optional<Outcome> outcome) {
    return new SmtpDiagnosis(stage, false, reply, outcome, tls(), offers());
  }

  private Optional<SmtpTls> tls() {
    return wire.isOpen() && wire.socket() instanceof SSLSocket secured
        ? SmtpTls.of(secured.getSession())
        : Optional.empty();
  }

  private Set<String> offers() {
    return server.keywords().keySet();
  }
}
