package com.example.acme;

import dev.shopbell.address.Channel;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.HttpGateway;
import dev.shopbell.transport.HttpGateway.Answer;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportInfo;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text messages through the gateway of Acme, a provider that does not exist. */
final class AcmeSmsTransport implements Transport {
  private static final String NAME = "acme-sms";
  private static final Pattern TAKEN =
      Pattern.compile("ok id=([A-Za-z0-9-]+) segments=([0-9]{1,3})");
  private static final Pattern REFUSED = Pattern.compile("error ([a-z-]+)");

  private final HttpGateway http;

  AcmeSmsTransport(Clock clock) {
    this.http = new HttpGateway(clock);
  }

  @Override
  public TransportInfo info() {
    return TransportInfo.of(NAME, Channel.SMS).deduplicating();
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context)
      throws TransportException, InterruptedException {
    if (!(message instanceof OutboundSms sms)) {
      return new Outcome.Rejected(Reason.CONTENT, "this transport takes text messages alone");
    }
    return read(http.exchange(request(sms, context), context));
  }

  private static HttpRequest request(OutboundSms sms, SendContext context) {
    Endpoint endpoint = context.endpoint();
    String signature = context.settings(NAME).getOrDefault("signature", sms.signature());
    Map<String, String> form =
        Map.of(
            "account", endpoint.user(),
            "secret", endpoint.credential().reveal(),
            "to", sms.to().value(),
            "text", "【" + signature + "】" + sms.content().text(),
            "once", context.key());
    return HttpRequest.newBuilder(HttpGateway.uri(endpoint, "/send"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
        .build();
  }

  private static Outcome read(Answer answer) {
    Matcher taken = TAKEN.matcher(answer.body());
    if (answer.status() == 200 && taken.matches()) {
      int segments = Integer.parseInt(taken.group(2));
      return new Outcome.Accepted(NAME, List.of(taken.group(1)), segments);
    }
    Matcher refused = REFUSED.matcher(answer.body());
    return switch (refused.matches() ? refused.group(1) : "") {
      case "number" -> new Outcome.Rejected(Reason.BAD_ADDRESS, answer.body());
      case "text" -> new Outcome.Rejected(Reason.CONTENT, answer.body());
      case "signature" -> new Outcome.Rejected(Reason.SENDER_REFUSED, answer.body());
      case "login" -> new Outcome.Rejected(Reason.AUTHENTICATION, answer.body());
      case "balance" -> new Outcome.Rejected(Reason.QUOTA, answer.body());
      case "busy" -> new Outcome.Deferred(answer.retryAfter(), Reason.THROTTLED, answer.body());
      default ->
          new Outcome.Unknown("status " + answer.status() + " with an answer not documented");
    };
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
