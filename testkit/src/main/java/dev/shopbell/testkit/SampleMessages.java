package dev.shopbell.testkit;

import dev.shopbell.address.Channel;
import dev.shopbell.address.ChannelAddress;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.address.WeChatUser;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.template.SmsContent;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundFields;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.SendContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Messages and contexts for tests of transports. */
public final class SampleMessages {
  /** The recipient of every sample on a channel of its kind. */
  public static final EmailAddress MAILBOX = EmailAddress.of("ann.shopper@customer.example");

  /** The recipient of every sample text message. */
  public static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private static final Instant DATE = Instant.parse("2026-11-22T08:00:00Z");

  private SampleMessages() {}

  /** A message for a channel, in whose words the text stands. */
  public static OutboundMessage of(Channel channel, String text) {
    if (channel.equals(Channel.EMAIL)) {
      return email("Order paid", text);
    }
    if (channel.equals(Channel.SMS)) {
      SmsContent words = new SmsContent(text, Optional.empty());
      return new OutboundSms(NUMBER, "Ann's Tea", words, Purpose.TRANSACTIONAL);
    }
    FieldsContent fields = new FieldsContent(Optional.empty(), Map.of("first", text));
    boolean weChat = channel.equals(Channel.WECHAT) || channel.equals(Channel.WECHAT_MINI);
    return new OutboundFields(
        weChat ? new WeChatUser("wx-app", "open-id-of-ann") : new ChannelAddress("ann-in-full"),
        fields);
  }

  /** A letter on a platform's behalf, with that subject and text. */
  public static OutboundEmail email(String subject, String text) {
    EmailContent content =
        new EmailContent(subject, "", "<!doctype html><p>" + text + "</p>", text + "\n");
    SenderContext context =
        SenderContext.of(PlatformSender.of("notify@platform.example"), DomainStatus.UNKNOWN);
    return new OutboundEmail(
        MAILBOX,
        SenderIdentity.of("Ann's Tea", "ann@gmail.com").plan(context),
        content,
        newId() + "@platform.example",
        DATE);
  }

  /** A context with that time to its deadline. */
  public static SendContext context(
      StoreId store, Endpoint endpoint, Clock clock, Duration timeout) {
    DeliveryId id = newId();
    return new SendContext(
        store, id, id + "-sample", clock.instant().plus(timeout), endpoint, Map.of());
  }

  private static DeliveryId newId() {
    return DeliveryId.next(Clock.systemUTC(), new SplittableRandom());
  }
}
