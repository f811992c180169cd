package dev.shopbell;

import static dev.shopbell.Hidden.ID;
import static dev.shopbell.Hidden.MAIL;
import static dev.shopbell.Hidden.NOW;
import static dev.shopbell.Hidden.NUMBER;
import static dev.shopbell.Hidden.OPEN_ID;
import static dev.shopbell.Hidden.ORDERS;
import static dev.shopbell.Hidden.PASSWORD;
import static dev.shopbell.Hidden.USER;
import static dev.shopbell.Hidden.WORDS;
import static dev.shopbell.HiddenInSettings.CONTEXT;
import static dev.shopbell.HiddenInSettings.ENDPOINT;
import static dev.shopbell.HiddenInSettings.IDENTITY;
import static dev.shopbell.HiddenInSettings.STORE;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.address.WeChatUser;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.mime.Author;
import dev.shopbell.mime.Draft;
import dev.shopbell.notice.Purpose;
import dev.shopbell.sms.SmsComposer;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsProof;
import dev.shopbell.sms.SmsSegmentCalculator;
import dev.shopbell.sms.SmsSegments;
import dev.shopbell.smtp.SmtpDiagnosis;
import dev.shopbell.smtp.SmtpEnvelope;
import dev.shopbell.smtp.SmtpResult;
import dev.shopbell.smtp.SmtpStage;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.template.GatewayTemplate;
import dev.shopbell.template.SmsContent;
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
import dev.shopbell.transport.ReceiptReader;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.TransportException;
import dev.shopbell.transport.TransportUri;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What holds words, addresses and files on their way out, and what servers say of them. */
final class HiddenInMessages {
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
  static final Outcome REJECTED =
      new Outcome.Rejected(Reason.BAD_ADDRESS, "550 <" + MAIL + "> " + NUMBER);

  private HiddenInMessages() {}

  static Stream<Object> samples() {
    return Stream.of(outbound(), texts(), servers()).flatMap(each -> each);
  }

  private static Stream<Object> servers() {
    return Stream.of(
        SmtpEnvelope.of(EmailAddress.of(ORDERS), EmailAddress.of(MAIL)),
        new SmtpDiagnosis(
            SmtpStage.RECIPIENT,
            false,
            "550 <" + MAIL + "> " + NUMBER,
            Optional.of(REJECTED),
            Optional.empty(),
            Set.of("SIZE")),
        new SmtpResult(REJECTED, 550, "5.1.1", "550 <" + MAIL + "> " + NUMBER));
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

  static Stream<OutboundMessage> messages() {
    SenderPlan sender = IDENTITY.plan(CONTEXT);
    return Stream.of(
        new OutboundEmail(EmailAddress.of(MAIL), sender, LETTER, "id@annstea.example", NOW)
            .with(HEADERS)
            .with(List.of(FILE)),
        new OutboundSms(PhoneNumber.of(NUMBER), "Tea", TEXT, Purpose.TRANSACTIONAL),
        new OutboundFields(new WeChatUser("wx1", OPEN_ID), FIELDS));
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
}
