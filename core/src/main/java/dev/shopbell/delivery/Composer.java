package dev.shopbell.delivery;

import dev.shopbell.address.Address;
import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.dkim.DkimKeys;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.identity.Verp;
import dev.shopbell.notice.InvalidNoticeException;
import dev.shopbell.notice.MarketingConsent;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.SecretLinks;
import dev.shopbell.notice.SecretVault;
import dev.shopbell.notice.UnsubscribeLinks;
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
import dev.shopbell.template.SecretGuard;
import dev.shopbell.template.SmsContent;
import dev.shopbell.transport.LetterSigner;
import dev.shopbell.transport.OutboundFields;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Renders a delivery for the channel that was chosen: the message exactly as it is handed over. */
public final class Composer {
  private final Ports ports;
  private final Postmark postmark;

  /**
   * Whom a composer asks.
   *
   * @param links the links to secrets; empty when no notice may hold one
   * @param vault opens secrets, to search what was rendered for them; empty searches for none
   * @param unsubscribing where a marketing notice is unsubscribed from; empty when nowhere
   * @param consent who is shown the promotion blocks of a transactional notice
   * @param keys sign letters
   * @param platform the platform's domain, by which complaints are counted; empty without mail
   * @param verp gives each letter a return path of its own; empty when they share one
   */
  public record Ports(
      Optional<SecretLinks> links,
      Optional<SecretVault> vault,
      Optional<UnsubscribeLinks> unsubscribing,
      MarketingConsent consent,
      DkimKeys keys,
      String platform,
      Optional<Verp> verp) {}

  /** A composer that asks these. */
  public Composer(Ports ports) {
    this.ports = ports;
    this.postmark = new Postmark(ports.keys(), ports.platform());
  }

  /** Refuses a notification with a secret that there would be no link to. */
  public void check(Notification notification) {
    if (ports.links().isEmpty() && notification.holdsSecret()) {
      throw new InvalidNoticeException(
          "data", "holds a Secret and there is no link to it: give NotifierBuilder.secretLinks");
    }
  }

  /**
   * The message.
   *
   * @throws RenderException when the template cannot be rendered, or gives content that the channel
   *     cannot carry, or content that holds a secret
   */
  public OutboundMessage compose(Delivery delivery, Store store, SendPlan plan, Choice choice) {
    NotificationTemplate template =
        plan.template().orElseThrow(() -> new IllegalStateException("a choice without a template"));
    Answers answers = ask(delivery, store, plan, choice);
    try {
      RenderRequest request = request(delivery, store, plan, choice, template);
      Content content = template.render(request.with(answers.promotions(), answers.unsubscribe()));
      refuseSecrets(template, content, answers.secrets());
      return message(delivery, store, choice, content, answers);
    } catch (RenderException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new RenderException(template.id(), choice.channel() + ": " + problem(e));
    }
  }

  /** What the host answered; that it could not be asked is no fault of the template's. */
  private record Answers(
      boolean promotions, Optional<URI> unsubscribe, List<String> secrets, LetterSigner signer) {
    @Override
    public String toString() {
      return "Answers[***]";
    }
  }

  private Answers ask(Delivery delivery, Store store, SendPlan plan, Choice choice) {
    boolean marketing = plan.type().purpose() == Purpose.MARKETING;
    boolean promotions =
        marketing || ports.consent().isGiven(store.id(), delivery.recipient(), choice.channel());
    Optional<URI> unsubscribe =
        ports
            .unsubscribing()
            .filter(links -> promotions)
            .map(links -> links.unsubscribe(store.id(), delivery.recipient(), Purpose.MARKETING));
    if (marketing && unsubscribe.isEmpty() && choice.channel().equals(Channel.EMAIL)) {
      throw new IllegalArgumentException(
          "a marketing letter has no link to unsubscribe: give NotifierBuilder.unsubscribeLinks");
    }
    LetterSigner signer = postmark.signer(store, choice.sender(), delivery);
    return new Answers(promotions, unsubscribe, secrets(delivery, store), signer);
  }

  private List<String> secrets(Delivery delivery, Store store) {
    return ports
        .vault()
        .map(
            vault ->
                Secret.in(delivery.notice().data()).stream()
                    .flatMap(secret -> vault.open(store.id(), secret).stream())
                    .toList())
        .orElse(List.of());
  }

  /** A secret in what was rendered stops the message; which one, nobody is told. */
  private static void refuseSecrets(
      NotificationTemplate template, Content content, List<String> secrets) {
    SecretGuard.leak(content, secrets)
        .ifPresent(
            field -> {
              throw new RenderException(
                  template.id(),
                  field
                      + " would hold a secret of the notice: give it as Secret alone, and take it"
                      + " out of the other data");
            });
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
            secret ->
                ports.links().orElseThrow().view(store.id(), delivery.id(), secret).toString());
    return new RenderRequest(store, choice.channel(), locale, zone, data);
  }

  private OutboundMessage message(
      Delivery delivery, Store store, Choice choice, Content content, Answers answers) {
    Address to = choice.address();
    if (content instanceof EmailContent letter && to instanceof EmailAddress mailbox) {
      SenderPlan sender = choice.sender().orElseThrow();
      SenderPlan marked = ports.verp().map(verp -> verp.mark(sender, delivery.id())).orElse(sender);
      return postmark
          .letter(mailbox, marked, letter, delivery, answers.unsubscribe())
          .with(answers.signer());
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
