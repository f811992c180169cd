package dev.shopbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Channel;
import dev.shopbell.address.ChannelAddress;
import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.address.WeChatUser;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.NamedAddress;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.mime.Author;
import dev.shopbell.mime.Draft;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Credential;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.GatewayTemplate;
import dev.shopbell.template.SmsContent;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.Attachment;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundSms;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Receipt;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.TransportInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No line of text that a caller gives can become two: not in a header, not in a log. */
class LineBreakTest {
  private static final List<String> BREAKS = List.of("\r\n", "\r", "\n", "\0", "\r\n\r\n");
  private static final EmailAddress MAIL = EmailAddress.of("ann@shopper.example");
  private static final DomainName DOMAIN = DomainName.of("shop.example");
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final DeliveryId ID = new DeliveryId("01m8160qt00000000000000000");
  private static final Recipient ANN = Recipient.of("u-1");
  private static final LetterHeaders NONE = LetterHeaders.NONE;
  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void isRefusedInEveryFieldOfOneLine(String name, String right, Consumer<String> field) {
    assertThatCode(() -> field.accept(right)).as(name).doesNotThrowAnyException();
    int middle = right.length() / 2;
    for (String lineBreak : BREAKS) {
      String head = right.substring(0, middle);
      assertRefused(field, head + lineBreak + "Bcc: x@evil.example" + right.substring(middle));
      assertRefused(field, head + lineBreak + right.substring(middle));
      assertRefused(field, head + lineBreak + "x" + right.substring(middle));
    }
  }

  private static void assertRefused(Consumer<String> field, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> field.accept(value))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\r", "\n", "\0"));
  }

  private static Stream<Arguments> fields() {
    return Stream.of(addresses(), stores(), senders(), notices(), templates(), transports())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> addresses() {
    return Stream.of(
        field("Channel.name", "push", Channel::new),
        field("ChannelAddress.value", "token", ChannelAddress::new),
        field("DomainName.value", "shop.example", DomainName::new),
        field("DomainName.of", "shop.example", DomainName::of),
        field("EmailAddress.local", "ann", x -> new EmailAddress(x, DOMAIN)),
        field("EmailAddress.local quoted", "\"ann smith\"", x -> new EmailAddress(x, DOMAIN)),
        field("EmailAddress.of", "ann@shop.example", EmailAddress::of),
        field("PhoneNumber.value", "+8613800138000", PhoneNumber::new),
        field("WeChatUser.appId", "wx123", x -> new WeChatUser(x, "open")),
        field("WeChatUser.openId", "open", x -> new WeChatUser("wx123", x)));
  }

  private static Stream<Arguments> stores() {
    return Stream.of(
        field("StoreId.value", "s-1", StoreId::new),
        field("Store.name", "Tea", x -> Store.builder("s-1", x, "hi@shop.example").build()),
        field("Store.contact", "hi@shop.example", x -> Store.builder("s-1", "Tea", x).build()),
        field("Brand.accent", "#1f6f5c", x -> brand(x, "")),
        field("Brand.Link.label", "Help", x -> new Brand.Link(x, URI.create("https://a.example"))),
        field("Brand.postalAddress", "1 Tea Road", x -> brand("#1f6f5c", x)),
        field("Endpoint.scheme", "smtp", x -> endpoint(x, "h", "", "", "")),
        field("Endpoint.host", "mail.example", x -> endpoint("smtp", x, "", "", "")),
        field("Endpoint.path", "/in/box", x -> endpoint("smtp", "h", x, "", "")),
        field("Endpoint.user", "ann", x -> endpoint("smtp", "h", "", x, "")),
        field("Endpoint.credential", "S3cr3t", x -> endpoint("smtp", "h", "", "", x)),
        field("Endpoint.parse", "smtp://user:secret@mail.example", Endpoint::parse));
  }

  private static Stream<Arguments> senders() {
    return Stream.of(
        field("NamedAddress.name", "Ann's Tea", x -> new NamedAddress(x, MAIL)),
        field("SenderIdentity.name", "Ann's Tea", x -> new SenderIdentity(x, MAIL)),
        field("SenderIdentity.of", "hi@shop.example", x -> SenderIdentity.of("Tea", x)),
        field("PlatformSender.of", "post@platform.example", PlatformSender::of),
        field(
            "PlatformSender.returnPath",
            "bounces@platform.example",
            x -> PlatformSender.of("post@platform.example").returnPath(x)));
  }

  private static Stream<Arguments> notices() {
    Notification paid = Notification.of("order.paid", ANN, Map.of());
    return Stream.of(
        field("DeliveryId.value", "01m8160qt00000000000000000", DeliveryId::new),
        field("IdempotencyKey.value", "paid:SO-1", IdempotencyKey::new),
        field("Notification.type", "order.paid", x -> Notification.of(x, ANN, Map.of())),
        field("Notification.data", "order", x -> Notification.of("a", ANN, Map.of(x, 1))),
        field("Notification.key", "paid:SO-1", paid::key),
        field("Notification.about", "SO-1001", paid::about),
        field("NoticeType.name", "order.paid", LineBreakTest::type),
        field("Recipient.id", "u-1", Recipient::of),
        field("Recipient.email", "ann@shop.example", ANN::email),
        field("Secret.reference", "vault-77", Secret::reference),
        field("Variable.name", "order", x -> Variable.of(x, Variable.Kind.TEXT)));
  }

  private static Stream<Arguments> templates() {
    return Stream.of(
        field("EmailContent.subject", "Hello", x -> new EmailContent(x, "", "<p>", "x")),
        field("EmailContent.preheader", "Hello", x -> new EmailContent("x", x, "<p>", "x")),
        field("GatewayTemplate.code", "SMS_1", x -> new GatewayTemplate(x, Map.of())),
        field("TemplateId.name", "order.paid", x -> new TemplateId(x, "1")),
        field("TemplateId.version", "7f3a", x -> new TemplateId("order.paid", x)));
  }

  private static Stream<Arguments> transports() {
    return Stream.of(
        field("OutboundEmail.messageId", "id@shop.example", LineBreakTest::letter),
        field("Addressee.name", "Ann", x -> new Addressee(x, MAIL)),
        field("Attachment.name", "a.pdf", x -> Attachment.of(x, "a/b", new byte[0])),
        field("Attachment.type", "text/csv", x -> Attachment.of("x", x, new byte[0])),
        field(
            "Attachment.contentId", "logo", x -> Attachment.of("x", "a/b", new byte[0]).inline(x)),
        field("LetterHeaders.feedbackId", "a:b:c:d", NONE::feedbackId),
        field("LetterHeaders.further name", "X-Tag", x -> NONE.with(x, "x")),
        field("LetterHeaders.further value", "tag", x -> NONE.with("X-Tag", x)),
        field("Draft.subject", "Hello", x -> draft(x, "id@shop.example")),
        field("Draft.messageId", "id@shop.example", x -> draft("Hello", x)),
        field("OutboundSms.signature", "Tea", LineBreakTest::text),
        field("Accepted.provider", "acme", x -> Outcome.Accepted.of(x, "1")),
        field("Receipt.provider", "acme", x -> receipt(x, "1")),
        field("Receipt.id", "m-1", x -> receipt("acme", x)),
        field("SendContext.key", "k-1", LineBreakTest::context),
        field("TransportInfo.name", "acme", x -> TransportInfo.of(x, Channel.SMS)));
  }

  private static Arguments field(String name, String right, Consumer<String> field) {
    return Arguments.of(name, right, field);
  }

  private static Brand brand(String accent, String postalAddress) {
    return new Brand(accent, Optional.empty(), Optional.empty(), postalAddress);
  }

  private static Endpoint endpoint(
      String scheme, String host, String path, String user, String credential) {
    return new Endpoint(scheme, host, 0, path, user, Credential.of(credential), Map.of());
  }

  private static NoticeType type(String name) {
    return NoticeType.builder(name, Purpose.TRANSACTIONAL, Route.firstOf(Channel.SMS)).build();
  }

  private static OutboundEmail letter(String messageId) {
    return new OutboundEmail(
        MAIL,
        SenderIdentity.of("Tea", "hi@shop.example")
            .plan(SenderContext.of(PlatformSender.of("post@p.example"), DomainStatus.UNKNOWN)),
        new EmailContent("x", "", "<p>", "x"),
        messageId,
        NOW);
  }

  private static Draft draft(String subject, String messageId) {
    Author author = Author.of(Addressee.of(MAIL));
    return new Draft(author, NONE, messageId, NOW, subject, "x", "", List.of());
  }

  private static OutboundSms text(String signature) {
    return new OutboundSms(
        NUMBER, signature, new SmsContent("x", Optional.empty()), Purpose.TRANSACTIONAL);
  }

  private static Receipt receipt(String provider, String id) {
    return new Receipt(provider, id, Receipt.Status.DELIVERED, NOW, Optional.empty());
  }

  private static SendContext context(String key) {
    return new SendContext(new StoreId("s-1"), ID, key, NOW, Endpoint.PLATFORM, Map.of());
  }
}
