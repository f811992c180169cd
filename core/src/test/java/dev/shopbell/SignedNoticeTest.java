package dev.shopbell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.address.DomainName;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.delivery.DeliveryState;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.dkim.DkimAlgorithm;
import dev.shopbell.dkim.DkimKey;
import dev.shopbell.dkim.DkimKeys;
import dev.shopbell.dkim.DkimSelectors;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.domain.DomainVerifier;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.mime.Letters;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.Content;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.TemplateCatalog;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.OutboundEmail;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignedNoticeTest {
  private static final DomainName BRAND = DomainName.of("annstea.example");
  private static final Store SHOP =
      Store.builder("tea/茶", "Ann's Tea", "hi@annstea.example").build();
  private static final DkimSelectors SELECTORS =
      DkimSelectors.of(
          BRAND,
          DomainVerifier.builder(
                  DomainName.of("platform.example"),
                  SigningKeys.of(
                      "k1", Credential.of("c2hvcGJlbGwtdHJpYWwta2V5LW5vdC1hLXNlY3JldC0wMQ==")))
              .dns(question -> new CompletableFuture<>())
              .build()
              .records(SHOP.id(), BRAND));
  private static final DkimKey KEY =
      DkimKey.generate(SELECTORS.first(), DkimAlgorithm.RSA, new SecureRandom());

  private final Kept transport = new Kept();
  private DomainState state = DomainState.EFFECTIVE;
  private DkimKeys keys = SignedNoticeTest::find;
  private boolean links = true;

  private static List<DkimKey> find(StoreId store, DomainName domain) {
    assertThat(store).isEqualTo(SHOP.id());
    return domain.equals(BRAND) ? List.of(KEY) : List.of();
  }

  @Test
  @Tag("mail-04")
  @Tag("sender-06")
  void areSignedByTheBrandsDomainUnderASelectorOfItsSetUp() throws Exception {
    send("order.paid");
    MimeMessage letter = letter();

    assertThat(signers()).containsExactly(SELECTORS.first() + " annstea.example");
    assertThat(letter.getFrom()[0].toString()).isEqualTo("Ann's Tea <hi@annstea.example>");
    assertThat(transport.letters.get(0).sender().returnPath().domain().isWithin(BRAND)).isTrue();
    assertThat(letter.getMessageID()).endsWith("@annstea.example>");
  }

  @Test
  @Tag("mail-04")
  void areUnsignedWhereTheDomainHasNoKey() throws Exception {
    state = DomainState.PENDING;
    send("order.paid");

    assertThat(letter().getHeader("DKIM-Signature")).isNull();
    assertThat(letter().getFrom()[0].toString()).contains("post@mail.platform.example");
  }

  @Test
  @Tag("mail-04")
  void waitWhileTheKeysCannotBeAsked() {
    keys =
        (store, domain) -> {
          throw new IllegalStateException("the vault is sealed");
        };
    List<Delivery> pending = send("order.paid");

    assertThat(transport.letters).isEmpty();
    assertThat(pending).hasSize(1);
    assertThat(pending.get(0).progress().why()).contains("could not ask");
  }

  @Test
  @Tag("mail-02")
  void carryTheLinksToUnsubscribeForMarketingAloneAndUnderTheSignature() throws Exception {
    send("news");
    assertThat(letter().getHeader("List-Unsubscribe"))
        .containsExactly("<https://shop.example/u/u-1>");
    assertThat(letter().getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(letter().getHeader("DKIM-Signature")[0].replaceAll("\\s", ""))
        .contains(":List-Unsubscribe:List-Unsubscribe-Post:");
    assertThat(signers()).hasSize(1);

    send("order.paid");
    assertThat(letter().getHeader("List-Unsubscribe")).isNull();
    assertThat(letter().getHeader("List-Unsubscribe-Post")).isNull();
  }

  @Test
  @Tag("mail-02")
  void doNotGoOutAsMarketingWithoutALinkToUnsubscribe() throws Exception {
    links = false;
    assertThat(send("news").get(0).progress().why())
        .contains(
            "a marketing letter has no link to unsubscribe: give NotifierBuilder.unsubscribeLinks");
    assertThat(transport.letters).isEmpty();
    send("order.paid");
    assertThat(transport.letters).hasSize(1);
  }

  @Test
  void sayByWhichTypeAndStoreComplaintsAreCounted() throws Exception {
    send("order.paid");

    assertThat(letter().getHeader("Feedback-ID"))
        .containsExactly("order.paid:tea%2F%E8%8C%B6:transactional:mail-platform-e");
    assertThat(letter().getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  /** What is still pending afterwards. */
  private List<Delivery> send(String type) {
    NotifierBuilder builder =
        Notifier.builder(id -> Optional.of(SHOP), TYPES, new Words())
            .platform(PlatformSender.of("post@mail.platform.example"))
            .domains(
                (store, domain) ->
                    new DomainStatus(
                        state, DmarcPolicy.REJECT, Optional.of(DomainName.of("b.annstea.example"))))
            .transport(transport)
            .dkim(keys)
            .workers(0);
    if (links) {
      builder.unsubscribeLinks(
          (store, recipient, purpose) -> URI.create("https://shop.example/u/" + recipient.id()));
    }
    try (Notifier notifier = builder.build()) {
      Recipient ann = Recipient.of("u-1").email("ann@shopper.example");
      notifier.send(SHOP.id(), Notification.of(type, ann, Map.of()));
      notifier.dispatch();
      return notifier.list(Set.of(DeliveryState.PENDING), 10);
    }
  }

  private static final NoticeTypes TYPES =
      NoticeTypes.of(
          List.of(
              NoticeType.builder("order.paid", Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL))
                  .build(),
              NoticeType.builder("news", Purpose.MARKETING, Route.firstOf(Channel.EMAIL)).build()));

  private MimeMessage letter() throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(octets()));
  }

  private byte[] octets() throws Exception {
    return Letters.bytes(transport.letters.get(transport.letters.size() - 1));
  }

  private List<String> signers() throws Exception {
    DKIMVerifier verifier = new DKIMVerifier((methods, selector, domain) -> List.of(KEY.record()));
    List<String> signers = new ArrayList<>();
    for (SignatureRecord record : verifier.verify(new ByteArrayInputStream(octets()))) {
      signers.add(record.getSelector() + " " + record.getDToken());
    }
    return signers;
  }

  /** Keeps what it is given. */
  private static final class Kept implements Transport {
    private final List<OutboundEmail> letters = new ArrayList<>();

    @Override
    public TransportInfo info() {
      return TransportInfo.of("kept", Channel.EMAIL);
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) {
      letters.add((OutboundEmail) message);
      return Outcome.Accepted.of("kept", "1");
    }

    @Override
    public void close() {}
  }

  /** The same words for every notice. */
  private static final class Words implements TemplateCatalog {
    @Override
    public Optional<NotificationTemplate> current(StoreId store, String noticeType) {
      return Optional.of(new Hello(noticeType));
    }

    @Override
    public Optional<NotificationTemplate> version(StoreId store, TemplateId id) {
      return current(store, id.name());
    }
  }

  private record Hello(String noticeType) implements NotificationTemplate {
    @Override
    public TemplateId id() {
      return new TemplateId(noticeType, "1");
    }

    @Override
    public Set<Channel> channels() {
      return Set.of(Channel.EMAIL);
    }

    @Override
    public List<Locale> locales() {
      return List.of(Locale.ENGLISH);
    }

    @Override
    public Content render(RenderRequest request) {
      return new EmailContent("Hello", "", "<p>Hello", "Hello");
    }
  }
}
