package dev.shopbell.testkit;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;

/** Transports that each break one clause of the contract, by the clause that must catch them. */
final class WrongTransports {
  static final Map<String, Supplier<Transport>> BY_CLAUSE =
      Map.ofEntries(
          Map.entry("describesItselfTheSameWayEachTime", Fickle::new),
          Map.entry("acceptsUnderItsOwnName", () -> reading("ok", Outcome.Accepted.of("x", "1"))),
          Map.entry(
              "reportsARefusedRecipientAsSuch", () -> reading("RECIPIENT", about(Reason.QUOTA))),
          Map.entry("reportsRefusedContentAsSuch", () -> reading("CONTENT", about(Reason.QUOTA))),
          Map.entry("reportsARefusedSenderAsSuch", () -> reading("SENDER", about(Reason.QUOTA))),
          Map.entry("reportsARefusedAccountAsSuch", () -> reading("ACCOUNT", about(Reason.POLICY))),
          Map.entry("reportsADeferralAsSuch", () -> reading("later", about(Reason.QUOTA))),
          Map.entry("noAnswerAfterItLeftIsUnknown", Hasty::new),
          Map.entry("aConnectionCutAfterItLeftIsUnknown", Hasty::new),
          Map.entry("nonsenseInAnswerIsUnknown", Trusting::new),
          Map.entry("anErrorPageFromSomethingBetweenIsUnknown", Confident::new),
          Map.entry("anAnswerThatStopsInTheMiddleIsUnknownByTheDeadline", HeadsOnly::new),
          Map.entry("aProviderThatCannotBeReachedDefers", Gloomy::new),
          Map.entry("returnsByItsDeadlineAndGrace", Late::new),
          Map.entry("anInterruptEndsItAsUnknown", Deaf::new),
          Map.entry("neverTriesAMessageTwice", Stubborn::new),
          Map.entry("passesTheKeyOnWhereTheProviderDeduplicates", Keyless::new),
          Map.entry("lineBreaksInWordsSteerNothing", Raw::new),
          Map.entry("tellsNobodyACredentialOrARecipient", Chatty::new),
          Map.entry("servesManyThreadsForStoresAtDifferentEndpoints", Sticky::new),
          Map.entry("oneStoresBrokenEndpointStopsNoOther", OneAtATime::new));

  private static final ThreadLocal<Supplier<Transport>> CURRENT = new ThreadLocal<>();

  private WrongTransports() {}

  static void use(Supplier<Transport> wrong) {
    CURRENT.set(wrong);
  }

  /** The contract over the wrong transport in turn; only the contract's own test runs it. */
  @Tag("deliberately-wrong")
  static final class Contract extends TransportContract {
    @Override
    protected Transport transport(Clock clock) {
      return CURRENT.get().get();
    }

    @Override
    protected StubProvider provider() {
      return ReferenceTransport.provider();
    }
  }

  private static Outcome about(Reason reason) {
    return new Outcome.Rejected(reason, "");
  }

  private static Transport reading(String body, Outcome wrong) {
    return new ReferenceTransport() {
      @Override
      Outcome read(int status, String answer) {
        return answer.equals(body) ? wrong : super.read(status, answer);
      }
    };
  }

  /** Another name each time. */
  private static final class Fickle extends ReferenceTransport {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public TransportInfo info() {
      return TransportInfo.of("fickle-" + calls.incrementAndGet(), Channel.SMS);
    }
  }

  /** Takes every broken wire for one on which nothing left. */
  private static final class Hasty extends ReferenceTransport {
    @Override
    TransportException broken(IOException e) {
      return TransportException.nothingLeft("broken", e);
    }
  }

  /** Takes every 200 for an acceptance. */
  private static final class Trusting extends ReferenceTransport {
    @Override
    Outcome read(int status, String body) {
      return status == 200 ? Outcome.Accepted.of("reference", "1") : super.read(status, body);
    }
  }

  /** Takes every 5xx for a promise that nothing was taken. */
  private static final class Confident extends ReferenceTransport {
    @Override
    Outcome read(int status, String body) {
      return status >= 500
          ? Outcome.Deferred.of(Reason.UNAVAILABLE, body)
          : super.read(status, body);
    }
  }

  /** Relies on the client's own time-out, which ends with the head of an answer. */
  private static final class HeadsOnly extends ReferenceTransport {
    @Override
    HttpResponse<String> exchange(OutboundSms sms, SendContext context)
        throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(request(sms, context), (name, value) -> true)
              .timeout(timeout(context))
              .build();
      HttpResponse<InputStream> head =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      new CountDownLatch(1).await(3, TimeUnit.SECONDS);
      head.body().close();
      throw new IOException("stalled");
    }
  }

  /** Takes a refused connection for a message that may have left. */
  private static final class Gloomy extends ReferenceTransport {
    @Override
    TransportException broken(IOException e) {
      return TransportException.mayHaveLeft("broken", e);
    }
  }

  /** Waits three seconds longer than it may. */
  private static final class Late extends ReferenceTransport {
    @Override
    Duration timeout(SendContext context) {
      return super.timeout(context).plusSeconds(3);
    }
  }

  /** Waits in a way that no interrupt ends. */
  private static final class Deaf extends ReferenceTransport {
    @Override
    HttpResponse<String> exchange(OutboundSms sms, SendContext context) {
      return http.sendAsync(request(sms, context), HttpResponse.BodyHandlers.ofString()).join();
    }
  }

  /** Tries once more after a failure. */
  private static final class Stubborn extends ReferenceTransport {
    @Override
    HttpResponse<String> exchange(OutboundSms sms, SendContext context)
        throws IOException, InterruptedException {
      try {
        return super.exchange(sms, context);
      } catch (IOException e) {
        return super.exchange(sms, context);
      }
    }
  }

  /** Claims to de-duplicate and keeps the key to itself. */
  private static final class Keyless extends ReferenceTransport {
    @Override
    String key(SendContext context) {
      return "none";
    }
  }

  /** Writes words into a header as they are. */
  private static final class Raw extends ReferenceTransport {
    @Override
    public Outcome send(OutboundMessage message, SendContext context) throws TransportException {
      String text = ((OutboundSms) message).content().text();
      try (Socket socket = new Socket("127.0.0.1", context.endpoint().port())) {
        String request =
            "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Text: " + text + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getInputStream().readAllBytes();
        return Outcome.Accepted.of("reference", "1");
      } catch (IOException e) {
        throw broken(e);
      }
    }
  }

  /** Logs what it sends, and as whom. */
  private static final class Chatty extends ReferenceTransport {
    @Override
    public Outcome send(OutboundMessage message, SendContext context)
        throws TransportException, InterruptedException {
      Logger.getLogger("chatty").fine("login with " + context.endpoint().credential().reveal());
      return super.send(message, context);
    }
  }

  /** Goes on to the endpoint it saw first. */
  private static final class Sticky extends ReferenceTransport {
    private volatile SendContext first;

    @Override
    HttpResponse<String> exchange(OutboundSms sms, SendContext context)
        throws IOException, InterruptedException {
      first = first == null ? context : first;
      return super.exchange(sms, first);
    }
  }

  /** Lets everybody wait for one. */
  private static final class OneAtATime extends ReferenceTransport {
    @Override
    public synchronized Outcome send(OutboundMessage message, SendContext context)
        throws TransportException, InterruptedException {
      return super.send(message, context);
    }
  }
}
