package dev.shopbell.testkit;

import dev.shopbell.address.Channel;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportInfo;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A right transport over HTTP, for wrong ones to differ from in one point. */
class ReferenceTransport implements Transport {
  final Clock clock = Clock.systemUTC();
  final HttpClient http = HttpClient.newHttpClient();

  static StubProvider provider() {
    return ScriptedGateway.start("reference")
        .answers(Behaviour.ACCEPT, 200, "ok")
        .answers(Behaviour.REFUSE_RECIPIENT, 422, "RECIPIENT")
        .answers(Behaviour.REFUSE_CONTENT, 422, "CONTENT")
        .answers(Behaviour.REFUSE_SENDER, 422, "SENDER")
        .answers(Behaviour.REFUSE_ACCOUNT, 422, "ACCOUNT")
        .answers(Behaviour.DEFER, 429, "later");
  }

  @Override
  public TransportInfo info() {
    return TransportInfo.of("reference", Channel.SMS).deduplicating();
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context)
      throws TransportException, InterruptedException {
    try {
      HttpResponse<String> response = exchange((OutboundSms) message, context);
      return read(response.statusCode(), response.body());
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** The whole exchange by the deadline, since the client's own time-out ends with the head. */
  HttpResponse<String> exchange(OutboundSms sms, SendContext context)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request(sms, context), HttpResponse.BodyHandlers.ofString());
    try {
      return answer.get(timeout(context).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException(e);
    } finally {
      answer.cancel(true);
    }
  }

  HttpRequest request(OutboundSms sms, SendContext context) {
    Endpoint endpoint = context.endpoint();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoint.port() + "/"))
        .header("X-Key", key(context))
        .POST(HttpRequest.BodyPublishers.ofString(sms.to().value() + sms.content().text()))
        .build();
  }

  String key(SendContext context) {
    return context.key();
  }

  Duration timeout(SendContext context) {
    return context.remaining(clock).plusMillis(1);
  }

  TransportException broken(IOException e) {
    return e instanceof ConnectException
        ? TransportException.nothingLeft("cannot connect", e)
        : TransportException.mayHaveLeft("no answer", e);
  }

  Outcome read(int status, String body) {
    if (body.equals("ok")) {
      return Outcome.Accepted.of("reference", "1");
    }
    return switch (body) {
      case "RECIPIENT" -> new Outcome.Rejected(Reason.BAD_ADDRESS, body);
      case "CONTENT" -> new Outcome.Rejected(Reason.CONTENT, body);
      case "SENDER" -> new Outcome.Rejected(Reason.SENDER_REFUSED, body);
      case "ACCOUNT" -> new Outcome.Rejected(Reason.QUOTA, body);
      case "later" -> Outcome.Deferred.of(Reason.THROTTLED, body);
      default -> new Outcome.Unknown("an answer that is none");
    };
  }
}
