package dev.shopbell;

import static dev.shopbell.Hidden.CARD;
import static dev.shopbell.Hidden.ID;
import static dev.shopbell.Hidden.MAIL;
import static dev.shopbell.Hidden.NOW;
import static dev.shopbell.Hidden.NUMBER;
import static dev.shopbell.Hidden.OPEN_ID;
import static dev.shopbell.Hidden.TOKEN;
import static dev.shopbell.Hidden.WORDS;
import static dev.shopbell.HiddenInMessages.REJECTED;
import static dev.shopbell.HiddenInMessages.messages;
import static dev.shopbell.HiddenInSettings.CONTEXT;
import static dev.shopbell.HiddenInSettings.ENDPOINT;
import static dev.shopbell.HiddenInSettings.IDENTITY;
import static dev.shopbell.HiddenInSettings.STORE;

import dev.shopbell.address.Channel;
import dev.shopbell.address.ChannelAddress;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.address.WeChatUser;
import dev.shopbell.consent.Consent;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.Notice;
import dev.shopbell.delivery.Preview;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.Submission;
import dev.shopbell.delivery.Window;
import dev.shopbell.inbound.Clues;
import dev.shopbell.inbound.Envelope;
import dev.shopbell.inbound.InboundMail;
import dev.shopbell.inbound.InboundReply;
import dev.shopbell.inbound.Match;
import dev.shopbell.inbound.ReplyText;
import dev.shopbell.inbound.ReportedRecipient;
import dev.shopbell.inbound.Verdict;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Secret;
import dev.shopbell.plan.Candidate;
import dev.shopbell.plan.Choice;
import dev.shopbell.plan.Explanation;
import dev.shopbell.plan.SendPlan;
import dev.shopbell.suppression.SuppressedAddress;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.Reason;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds recipients and data, from a notice to what came back. */
final class HiddenInNotices {
  private static final Recipient ANN =
      Recipient.of("u-1")
          .email(MAIL)
          .phone(NUMBER)
          .at(Channel.WECHAT, new WeChatUser("wx1", OPEN_ID))
          .at(new Channel("push"), new ChannelAddress(TOKEN));
  private static final Map<String, Object> DATA =
      Map.of(
          "name",
          WORDS,
          "card",
          Secret.reference(CARD),
          "goods",
          List.of(Map.of("name", WORDS, "card", Secret.reference(CARD))));
  private static final NoticeType TYPE =
      NoticeType.builder("order.paid", Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL)).build();
  private static final Attempt ATTEMPT = new Attempt(1, Channel.EMAIL, "acme", NOW, REJECTED);
  private static final Notice NOTICE =
      new Notice(
          STORE.id(),
          "order.paid",
          Purpose.TRANSACTIONAL,
          new TemplateId("order.paid", "1"),
          "SO-1",
          Origin.OWN,
          DATA);
  private static final Progress PROGRESS =
      new Progress(
          DeliveryState.FAILED,
          List.of(Channel.EMAIL),
          NOW,
          1,
          Optional.of(ATTEMPT),
          false,
          "refused");
  private static final Delivery DELIVERY =
      new Delivery(ID, NOTICE, ANN, new Window(NOW, NOW, NOW.plusSeconds(1)), PROGRESS);
  private static final Claim CLAIM = new Claim(DELIVERY, 1, false, 0);

  private HiddenInNotices() {}

  static Stream<Object> samples() {
    return Stream.of(addresses(), notices(), deliveries(), inbound()).flatMap(each -> each);
  }

  private static Stream<Object> addresses() {
    return Stream.of(
        ANN.address(Channel.EMAIL).orElseThrow(),
        ANN.address(Channel.SMS).orElseThrow(),
        ANN.address(Channel.WECHAT).orElseThrow(),
        ANN.address(new Channel("push")).orElseThrow(),
        EmailAddress.of("\"ann.private \"@shopper.example"),
        PhoneNumber.of(NUMBER),
        Secret.reference(CARD));
  }

  private static Stream<Object> notices() {
    Notification notification = Notification.of("order.paid", ANN, DATA).key("k").about("SO-1");
    Choice choice =
        new Choice(
            Channel.EMAIL,
            EmailAddress.of(MAIL),
            Optional.of(IDENTITY.plan(CONTEXT)),
            Optional.of(ENDPOINT));
    SendPlan plan = new SendPlan(TYPE, ANN, Optional.empty(), List.of(choice), List.of());
    return Stream.of(
        ANN,
        notification,
        new Candidate(
            STORE.id(), TYPE, Channel.SMS, ANN, PhoneNumber.of(NUMBER), notification.origin()),
        choice,
        plan,
        new Explanation(List.of(plan), List.of()),
        new Preview(plan, messages().toList()),
        new RenderRequest(STORE, Channel.EMAIL, Locale.ENGLISH, ZoneOffset.UTC, DATA));
  }

  private static Stream<Object> deliveries() {
    return Stream.of(
        NOTICE,
        ATTEMPT,
        PROGRESS,
        DELIVERY,
        CLAIM,
        new Completion(CLAIM, PROGRESS),
        new Cancellation(List.of(DELIVERY), List.of(ID)),
        new Submission(STORE.id(), Optional.empty(), "fingerprint", List.of(DELIVERY)));
  }

  private static Stream<Object> inbound() {
    Optional<EmailAddress> ann = Optional.of(EmailAddress.of(MAIL));
    ReportedRecipient failed =
        new ReportedRecipient(
            ann,
            ReportedRecipient.Action.FAILED,
            true,
            "5.1.1",
            Optional.of(Reason.BAD_ADDRESS),
            "550 <" + MAIL + "> " + NUMBER);
    ReplyText words = new ReplyText(WORDS, WORDS);
    Clues clues = new Clues(List.of(MAIL), Optional.empty(), List.of(), Optional.empty());
    Verdict reply = new Verdict.Reply(ann, WORDS, words);
    return Stream.of(
        Envelope.of(MAIL, MAIL),
        failed,
        words,
        clues,
        reply,
        new Verdict.Report(List.of(failed)),
        new Verdict.Complaint(ann, "abuse"),
        new Verdict.AutoReply(ann),
        new Verdict.Unsubscribe(ann),
        new InboundMail(reply, clues),
        new InboundReply(STORE.id(), "SO-1", ID, ann, true, WORDS, words),
        new Match(Match.By.MESSAGE_ID, Optional.of(ID), Optional.of(DELIVERY)),
        new Consent(
            STORE.id(), "u-1", Purpose.MARKETING, Optional.empty(), true, NOW, "by " + MAIL),
        new SuppressedAddress(
            STORE.id(), EmailAddress.of(MAIL), SuppressionReason.HARD_BOUNCE, NOW, 1));
  }
}
