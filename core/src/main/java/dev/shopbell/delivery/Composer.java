package dev.shopbell.delivery;

import dev.shopbell.address.Address;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.SecretLinks;
import dev.shopbell.plan.Choice;
import dev.shopbell.plan.SendPlan;
import dev.shopbell.store.Store;
import dev.shopbell.template.Content;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.template.LocaleChoice;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.ReaderData;
import dev.shopbell.template.RenderException;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundFields;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Renders a delivery for the channel that was chosen: the message exactly as it is handed over. */
public final class Composer {
  private final Optional<SecretLinks> links;

  /** A composer that takes the links to secrets from there; empty when no notice may hold one. */
  public Composer(Optional<SecretLinks> links) {
    this.links = links;
  }

  /** Refuses a notification with a secret that there would be no link to. */
  public void check(Notification notification) {
    if (links.isEmpty() && notification.holdsSecret()) {
      throw new InvalidNoticeException(
          "data", "holds a Secret and there is no link to it: give NotifierBuilder.secretLinks");
    }
  }

  /**
   * The message.
   *
   * @throws RenderException when the template cannot be rendered, or gives content that the channel
   *     cannot carry
   */
  public OutboundMessage compose(Delivery delivery, Store store, SendPlan plan, Choice choice) {
    NotificationTemplate template =
        plan.template().orElseThrow(() -> new IllegalStateException("a choice without a template"));
    try {
      Content content = template.render(request(delivery, store, plan, choice, template));
      return message(delivery, store, choice, content);
    } catch (RenderException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new RenderException(template.id(), choice.channel() + ": " + problem(e));
    }
  }

  /** Only our own refusals are quoted: an engine's message may hold a value. */
  private static String problem(Throwable failure) {
    return failure instanceof IllegalArgumentException && failure.getMessage() != null
        ? failure.getMessage()
        : failure.getClass().getSimpleName();
  }

  private RenderRequest request(
      Delivery delivery, Store store, SendPlan plan, Choice choice, NotificationTemplate template) {
    Locale wanted = delivery.recipient().locale().orElse(store.locale());
    Locale locale = LocaleChoice.choose(template.locales(), wanted, store.locale());
    ZoneId zone = delivery.recipient().zone().orElse(store.zone());
    Map<String, Object> data =
        ReaderData.of(
            plan.type().variables(),
            delivery.notice().data(),
            locale,
            zone,
            secret -> links.orElseThrow().view(store.id(), delivery.id(), secret).toString());
    return new RenderRequest(store, choice.channel(), locale, zone, data);
  }

  private static OutboundMessage message(
      Delivery delivery, Store store, Choice choice, Content content) {
    Address to = choice.address();
    if (content instanceof EmailContent letter && to instanceof EmailAddress mailbox) {
      SenderPlan sender = choice.sender().orElseThrow();
      String messageId = delivery.id() + "@" + sender.from().address().domain();
      return new OutboundEmail(mailbox, sender, letter, messageId, delivery.window().notBefore());
    }
    if (content instanceof SmsContent sms && to instanceof PhoneNumber number) {
      return new OutboundSms(number, store.name(), sms, delivery.notice().purpose());
    }
    if (content instanceof FieldsContent fields) {
      return new OutboundFields(to, fields);
    }
    throw new IllegalArgumentException(
        "the template gave %s for an address of %s"
            .formatted(content.getClass().getSimpleName(), to.getClass().getSimpleName()));
  }
}
