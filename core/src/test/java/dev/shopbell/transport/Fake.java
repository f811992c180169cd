package dev.shopbell.transport;

import dev.shopbell.address.Channel;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.SmsContent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A transport that answers as it is told and remembers where it was sent to. */
final class Fake implements Transport {
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final OutboundSms MESSAGE =
      new OutboundSms(
          PhoneNumber.of("+8613800138000"),
          "Tea",
          new SmsContent("hello", Optional.empty()),
          Purpose.TRANSACTIONAL);

  final List<SendContext> contexts = new ArrayList<>();
  private final Channel channel;
  private final Function<SendContext, Outcome> answer;

  Fake(Function<SendContext, Outcome> answer) {
    this(Channel.SMS, answer);
  }

  Fake(Channel channel, Function<SendContext, Outcome> answer) {
    this.channel = channel;
    this.answer = answer;
  }

  static Fake answering(Outcome outcome) {
    return new Fake(context -> outcome);
  }

  static SendContext to(String endpoint) {
    return new SendContext(
        new StoreId("tea"),
        new DeliveryId("01m8149t005g2gwechmzjkx1gt"),
        "key",
        Instant.MAX,
        Endpoint.parse(endpoint),
        Map.of());
  }

  @Override
  public TransportInfo info() {
    return TransportInfo.of("fake", channel);
  }

  @Override
  public Outcome send(OutboundMessage message, SendContext context) {
    contexts.add(context);
    return answer.apply(context);
  }
}
