package dev.shopbell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.shopbell.address.Channel;
import dev.shopbell.address.ChannelAddress;
import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.address.WeChatUser;
import dev.shopbell.consent.Consent;
import dev.shopbell.delivery.Attempt;
import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.Cancellation;
import dev.shopbell.delivery.Claim;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Completion;
import dev.shopbell.delivery.Composer;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.delivery.DispatchPorts;
import dev.shopbell.delivery.DispatchSettings;
import dev.shopbell.delivery.Notice;
import dev.shopbell.delivery.Preview;
import dev.shopbell.delivery.Progress;
import dev.shopbell.delivery.Rate;
import dev.shopbell.delivery.ReceiptName;
import dev.shopbell.delivery.RetryPolicy;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Submission;
import dev.shopbell.delivery.Window;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.diagnosis.DnsZone;
import dev.shopbell.dkim.ArrivedLetter;
import dev.shopbell.dkim.DkimRecord;
import dev.shopbell.dkim.DkimRotation;
import dev.shopbell.dkim.DkimSelectors;
import dev.shopbell.dkim.DkimSignature;
import dev.shopbell.dns.DnsName;
import dev.shopbell.domain.DomainChange;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainPolicy;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.domain.MailService;
import dev.shopbell.domain.MailboxChange;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.domain.SetupRefusal;
import dev.shopbell.domain.ThreeCnames;
import dev.shopbell.identity.AlignmentRule;
import dev.shopbell.identity.NamedAddress;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.Readiness;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.identity.SenderPolicy;
import dev.shopbell.identity.Senders;
import dev.shopbell.inbound.Clues;
import dev.shopbell.inbound.Envelope;
import dev.shopbell.inbound.InboundMail;
import dev.shopbell.inbound.InboundReply;
import dev.shopbell.inbound.Match;
import dev.shopbell.inbound.ReplyText;
import dev.shopbell.inbound.ReportedRecipient;
import dev.shopbell.inbound.Verdict;
import dev.shopbell.mime.Author;
import dev.shopbell.mime.Draft;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Origin;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import dev.shopbell.plan.Candidate;
import dev.shopbell.plan.Choice;
import dev.shopbell.plan.Explanation;
import dev.shopbell.plan.SendPlan;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.plan.Skipped;
import dev.shopbell.sms.Bill;
import dev.shopbell.sms.DeliveredSms;
import dev.shopbell.sms.PricePlan;
import dev.shopbell.sms.PriceTier;
import dev.shopbell.sms.SmsCapacity;
import dev.shopbell.sms.SmsCharacter;
import dev.shopbell.sms.SmsComposer;
import dev.shopbell.sms.SmsCount;
import dev.shopbell.sms.SmsEstimate;
import dev.shopbell.sms.SmsExplanation;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsProof;
import dev.shopbell.sms.SmsSegmentCalculator;
import dev.shopbell.sms.SmsSegments;
import dev.shopbell.sms.SmsVariable;
import dev.shopbell.smtp.SmtpDiagnosis;
import dev.shopbell.smtp.SmtpEnvelope;
import dev.shopbell.smtp.SmtpResult;
import dev.shopbell.smtp.SmtpSettings;
import dev.shopbell.smtp.SmtpStage;
import dev.shopbell.smtp.SmtpTls;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Credential;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.suppression.SuppressedAddress;
import dev.shopbell.suppression.SuppressionPolicy;
import dev.shopbell.suppression.SuppressionReason;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.template.GatewayTemplate;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.HttpGateway;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundFields;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import dev.shopbell.transport.Receipt;
import dev.shopbell.transport.ReceiptReader;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportInfo;
import dev.shopbell.transport.TransportUri;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that holds a recipient, a credential, a secret, data or content may print it. */
class ToStringTest {
  private static final String CONTACT = "contact.private@annstea.example";
  private static final String ORDERS = "orders.private@send.example";
  private static final String MAIL = "ann.private@shopper.example";
  private static final String NUMBER = "+8613800138000";
  private static final String OPEN_ID = "oPrivateOpenIdOfAnn9f";
  private static final String TOKEN = "private-push-token";
  private static final String WORDS = "Private words for Ann";
  private static final String PASSWORD = "private-S3cr3t";
  private static final String USER = "private-login";
  private static final String CARD = "vault-private-77";

  private static final List<String> HIDDEN =
      List.of(
          CONTACT,
          "ontact.private",
          ORDERS,
          "rders.private",
          MAIL,
          "nn.private",
          NUMBER,
          "13800138000",
          OPEN_ID,
          TOKEN,
          WORDS,
          "Private words",
          PASSWORD,
          "S3cr3t",
          USER,
          CARD);

  /** Values of the platform's and the shop's own, of which none is personal or secret. */
  private static final Set<Class<?>> NOTHING_TO_HIDE =
      Set.of(
          AlignmentRule.class,
          ArrivedLetter.class,
          Bill.class,
          Bill.Line.class,
          Brand.class,
          Brand.Link.class,
          Channel.class,
          ClaimRequest.class,
          DeliveredSms.class,
          Composer.Ports.class,
          DeliveryId.class,
          DispatchPorts.class,
          DispatchSettings.class,
          DkimRecord.class,
          DkimRotation.class,
          DkimSelectors.class,
          DkimSignature.class,
          DomainChange.class,
          DomainClaim.class,
          DomainClaim.Basis.class,
          DomainClaim.Checks.class,
          DomainName.class,
          DomainPolicy.class,
          DomainSetup.Sharing.class,
          DomainStatus.class,
          IdempotencyKey.class,
          MailService.class,
          MailService.Exchange.class,
          NoticeType.class,
          NoticeType.Policy.class,
          Outcome.Accepted.class,
          Rate.class,
          Readiness.class,
          Readiness.Mailbox.class,
          PricePlan.class,
          PriceTier.class,
          Receipt.class,
          RetryPolicy.class,
          Route.class,
          SendResult.class,
          SetupRefusal.class,
          SkipReason.class,
          Skipped.class,
          SmsCapacity.class,
          SmsCharacter.class,
          SmsCount.class,
          SmsEstimate.class,
          SmsExplanation.Pushed.class,
          SmsExplanation.Replacement.class,
          SmsExplanation.Saving.class,
          SmsVariable.class,
          SmtpSettings.class,
          SmtpTls.class,
          StoreId.class,
          TemplateId.class,
          ThreeCnames.class,
          TransportInfo.class,
          Variable.class,
          Window.class,
          Verdict.Other.class,
          ReceiptName.class,
          SuppressionPolicy.class,
          Backlog.class);

  /** What the DNS tells everybody. */
  private static final Set<String> PUBLIC = Set.of("dev.shopbell.dns", "dev.shopbell.diagnosis");

  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
  private static final Endpoint ENDPOINT =
      Endpoint.parse("smtp://" + USER + ":" + PASSWORD + "@mail.example?key=" + PASSWORD);
  private static final PlatformSender PLATFORM = PlatformSender.of(CONTACT).returnPath(ORDERS);
  private static final NotificationMailbox NOTIFICATION =
      new NotificationMailbox(EmailAddress.of(ORDERS), ENDPOINT);
  private static final Mailboxes MAILBOXES =
      Mailboxes.of(EmailAddress.of(CONTACT))
          .withNotification(NOTIFICATION)
          .withAdmins(EmailAddress.of(MAIL));
  private static final Store STORE =
      Store.builder("s-1", "Ann's Tea", CONTACT)
          .mailboxes(MAILBOXES)
          .account(Channel.SMS, ENDPOINT)
          .settings("acme", Map.of("key", PASSWORD))
          .build();
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
  private static final SenderIdentity IDENTITY = SenderIdentity.of("Ann's Tea", CONTACT);
  private static final SenderContext CONTEXT =
      SenderContext.of(PLATFORM.policy(SenderPolicy.LITERAL), status(DomainState.PENDING))
          .ownServer(EmailAddress.of(ORDERS));
  private static final DomainSetup SETUP =
      new DomainSetup(
          STORE.id(),
          EmailAddress.of(CONTACT),
          new DomainClaim.Basis("k1", Optional.empty()),
          List.of(),
          new DnsZone(DnsName.ROOT, Optional.empty()),
          Optional.empty());
  private static final EmailContent LETTER = new EmailContent(WORDS, WORDS, WORDS, WORDS);
  private static final Attachment FILE = Attachment.of(WORDS, "text/plain", new byte[0]);
  private static final LetterHeaders HEADERS =
      LetterHeaders.NONE
          .shownTo(List.of(new Addressee(WORDS, EmailAddress.of(MAIL))), List.of())
          .unsubscribe(URI.create("https://shop.example/" + PASSWORD))
          .with("X-Words", WORDS);
  private static final Author AUTHOR = Author.of(HEADERS.to().get(0));
  private static final GatewayTemplate APPROVED =
      new GatewayTemplate("SMS_1", Map.of("name", WORDS));
  private static final SmsContent TEXT = new SmsContent(WORDS, Optional.of(APPROVED));
  private static final FieldsContent FIELDS =
      new FieldsContent(Optional.of(APPROVED), Map.of("name", WORDS));
  private static final NoticeType TYPE =
      NoticeType.builder("order.paid", Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL)).build();
  private static final DeliveryId ID = new DeliveryId("01m8160qt00000000000000000");
  private static final Outcome REJECTED =
      new Outcome.Rejected(Reason.BAD_ADDRESS, "550 <" + MAIL + "> " + NUMBER);
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

  @ParameterizedTest
  @MethodSource("samples")
  void printsNothingPersonalOrSecret(Object sample) {
    assertThat(sample.toString()).doesNotContain(HIDDEN);
  }

  @Test
  void isAskedOfEveryPublicRecordThatHasAnythingToHide() {
    Set<Class<?>> asked = samples().map(Object::getClass).collect(Collectors.toSet());
    asked.addAll(NOTHING_TO_HIDE);

    assertThat(publicRecords())
        .as("public records: give a sample of each, or name it as having nothing to hide")
        .hasSizeGreaterThan(50)
        .isSubsetOf(asked);
  }

  private static Set<Class<?>> publicRecords() {
    Set<Class<?>> records = new HashSet<>();
    for (JavaClass found :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.shopbell")) {
      if (found.isRecord()
          && found.getModifiers().contains(JavaModifier.PUBLIC)
          && !PUBLIC.contains(found.getPackageName())) {
        records.add(found.reflect());
      }
    }
    return records;
  }

  private static Stream<Object> samples() {
    return Stream.of(
            Stream.<Object>of(
                ANN.address(Channel.EMAIL).orElseThrow(),
                ANN.address(Channel.SMS).orElseThrow(),
                ANN.address(Channel.WECHAT).orElseThrow(),
                ANN.address(new Channel("push")).orElseThrow(),
                EmailAddress.of("\"ann.private \"@shopper.example"),
                PhoneNumber.of(NUMBER),
                Credential.of(PASSWORD),
                Secret.reference(CARD),
                ENDPOINT,
                NOTIFICATION,
                MAILBOXES,
                STORE,
                SmtpEnvelope.of(EmailAddress.of(ORDERS), EmailAddress.of(MAIL)),
                new SmtpDiagnosis(
                    SmtpStage.RECIPIENT,
                    false,
                    "550 <" + MAIL + "> " + NUMBER,
                    Optional.of(REJECTED),
                    Optional.empty(),
                    Set.of("SIZE")),
                new SmtpResult(REJECTED, 550, "5.1.1", "550 <" + MAIL + "> " + NUMBER)),
            texts(),
            identities(),
            notices(),
            outbound(),
            deliveries(),
            inbound())
        .flatMap(each -> each);
  }

  private static Stream<Object> texts() {
    SmsSegmentCalculator calculator = SmsSegmentCalculator.of(SmsProfile.named("gsm"));
    SmsSegments segments = calculator.split(WORDS);
    return Stream.of(
        segments,
        segments.parts().get(0),
        calculator.explain(WORDS),
        SmsComposer.of(calculator).compose("Tea", WORDS, Purpose.TRANSACTIONAL),
        SmsProof.of(calculator, WORDS));
  }

  private static Stream<Object> identities() {
    return Stream.of(
        new NamedAddress("Ann's Tea", EmailAddress.of(CONTACT)),
        PLATFORM,
        IDENTITY,
        CONTEXT,
        IDENTITY.plan(CONTEXT),
        IDENTITY.plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN)),
        IDENTITY.plan(SenderContext.of(PLATFORM, status(DomainState.EFFECTIVE))),
        new Senders(PLATFORM, SendingDomains.NONE, MailboxProviders.stock()),
        SETUP,
        new MailboxChange(true, DomainState.PENDING, Optional.of(SETUP), Optional.empty()));
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

  private static Stream<Object> outbound() {
    return Stream.concat(
        messages(),
        Stream.of(
            LETTER,
            HEADERS,
            FILE,
            HEADERS.to().get(0),
            AUTHOR,
            new Draft(
                AUTHOR, HEADERS, "id@annstea.example", NOW, WORDS, WORDS, WORDS, List.of(FILE)),
            APPROVED,
            TEXT,
            FIELDS,
            new SendContext(
                STORE.id(), ID, "key", NOW, ENDPOINT, Map.of("acme", Map.of("key", PASSWORD))),
            TransportUri.parse("breaker(smtp://" + USER + ":" + PASSWORD + "@mail.example)"),
            TransportUri.parse("smtp://" + USER + ":" + PASSWORD + "@mail.example"),
            REJECTED,
            Outcome.Deferred.of(Reason.UNAVAILABLE, "450 <" + MAIL + "> " + NUMBER),
            new Outcome.Unknown("450 <" + MAIL + "> " + NUMBER),
            TransportException.nothingLeft("no route for " + MAIL, null),
            new HttpGateway.Answer(
                200,
                HttpHeaders.of(Map.of("x-key", List.of(PASSWORD)), (name, value) -> true),
                WORDS),
            new ReceiptReader.Request(
                Map.of("authorization", PASSWORD),
                "to=" + NUMBER,
                WORDS.getBytes(StandardCharsets.UTF_8))));
  }

  private static Stream<OutboundMessage> messages() {
    SenderPlan sender = IDENTITY.plan(CONTEXT);
    return Stream.of(
        new OutboundEmail(EmailAddress.of(MAIL), sender, LETTER, "id@annstea.example", NOW)
            .with(HEADERS)
            .with(List.of(FILE)),
        new OutboundSms(PhoneNumber.of(NUMBER), "Tea", TEXT, Purpose.TRANSACTIONAL),
        new OutboundFields(new WeChatUser("wx1", OPEN_ID), FIELDS));
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

  private static DomainStatus status(DomainState state) {
    return new DomainStatus(state, DmarcPolicy.NONE, Optional.empty());
  }
}
