package dev.shopbell.plan;

import dev.shopbell.address.Address;
import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.identity.Senders;
import dev.shopbell.notice.Audience;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.store.Store;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decides which deliveries a notice becomes, and for each of them by which channels and from whom
 * it may go. The same code answers when a notice is sent, just before each attempt, and when
 * somebody asks why.
 */
public final class Planner {
  private final NoticeTypes types;
  private final TemplateCatalog templates;
  private final Optional<Senders> senders;
  private final List<Gate> gates;
  private final Set<Channel> platformChannels;

  /**
   * A planner over these answers.
   *
   * @param senders who mail is from; empty when the platform sends no mail
   * @param platformChannels the channels that the platform itself has a transport for
   */
  public Planner(
      NoticeTypes types,
      TemplateCatalog templates,
      Optional<Senders> senders,
      List<Gate> gates,
      Set<Channel> platformChannels) {
    this.types = types;
    this.templates = templates;
    this.senders = senders;
    this.gates = List.copyOf(gates);
    this.platformChannels = Set.copyOf(platformChannels);
  }

  /** A plan for each delivery that the notice becomes: the recipient's first, then the admins'. */
  public List<SendPlan> plan(Store store, Notification notification) {
    NoticeType type = types.get(notification.type());
    Stream<SendPlan> own = plans(store, type, notification);
    Stream<SendPlan> beside =
        types.beside(type.name()).stream().flatMap(other -> plans(store, other, notification));
    return Stream.concat(own, beside).toList();
  }

  /**
   * The plan for a delivery under way: the channels left on its route, with the pinned template.
   */
  public SendPlan replan(
      Store store,
      String type,
      TemplateId template,
      List<Channel> route,
      Recipient recipient,
      Origin origin) {
    return plan(
        store, types.get(type), recipient, origin, route, templates.version(store.id(), template));
  }

  /** What would be better done otherwise. */
  public List<String> advice(Notification notification) {
    NoticeType type = types.get(notification.type());
    return type.route().mode() == Route.Mode.ALL_OF && type.route().channels().size() > 1
        ? List.of(
            type.name()
                + " goes out by every channel of "
                + type.route().channels()
                + ": most people take the second message for a nuisance, firstOf sends one")
        : List.of();
  }

  private Stream<SendPlan> plans(Store store, NoticeType type, Notification notification) {
    Optional<NotificationTemplate> template = templates.current(store.id(), type.name());
    return recipients(store, type, notification).stream()
        .flatMap(
            recipient ->
                routes(type.route()).stream()
                    .map(
                        route ->
                            plan(store, type, recipient, notification.origin(), route, template)));
  }

  private static List<Recipient> recipients(
      Store store, NoticeType type, Notification notification) {
    return type.audience() == Audience.RECIPIENT
        ? List.of(notification.recipient())
        : store.mailboxes().admins().stream().map(Planner::admin).toList();
  }

  private static Recipient admin(EmailAddress mailbox) {
    byte[] address = mailbox.value().getBytes(StandardCharsets.UTF_8);
    return Recipient.of("admin:" + UUID.nameUUIDFromBytes(address)).at(Channel.EMAIL, mailbox);
  }

  private static List<List<Channel>> routes(Route route) {
    return route.mode() == Route.Mode.FIRST_OF
        ? List.of(route.channels())
        : route.channels().stream().map(List::of).toList();
  }

  private SendPlan plan(
      Store store,
      NoticeType type,
      Recipient recipient,
      Origin origin,
      List<Channel> route,
      Optional<NotificationTemplate> template) {
    List<Choice> choices = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    Optional<SenderPlan> sender =
        route.contains(Channel.EMAIL) ? senders.map(all -> all.plan(store)) : Optional.empty();
    for (Channel channel : route) {
      refusal(store, type, recipient, origin, channel, template)
          .ifPresentOrElse(
              reason -> skipped.add(new Skipped(type.name(), channel, reason)),
              () -> choices.add(choice(store, recipient, channel, sender)));
    }
    return new SendPlan(type, recipient, template, choices, skipped);
  }

  private static Choice choice(
      Store store, Recipient recipient, Channel channel, Optional<SenderPlan> sender) {
    return new Choice(
        channel,
        recipient.address(channel).orElseThrow(),
        channel.equals(Channel.EMAIL) ? sender : Optional.empty(),
        store.account(channel));
  }

  private Optional<SkipReason> refusal(
      Store store,
      NoticeType type,
      Recipient recipient,
      Origin origin,
      Channel channel,
      Optional<NotificationTemplate> template) {
    Optional<Address> address = recipient.address(channel);
    if (address.isEmpty()) {
      return Optional.of(SkipReason.NO_ADDRESS);
    }
    if (!template.map(words -> words.channels().contains(channel)).orElse(false)) {
      return Optional.of(SkipReason.NO_TEMPLATE);
    }
    if (channel.equals(Channel.EMAIL) && senders.isEmpty()) {
      return Optional.of(SkipReason.NO_SENDER);
    }
    if (!platformChannels.contains(channel) && store.account(channel).isEmpty()) {
      return Optional.of(SkipReason.NO_TRANSPORT);
    }
    Candidate candidate =
        new Candidate(store.id(), type, channel, recipient, address.get(), origin);
    return gates.stream().flatMap(gate -> gate.refuses(candidate).stream()).findFirst();
  }
}
