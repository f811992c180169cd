package dev.shopbell.mime;

import static dev.shopbell.mime.SampleLetters.DATE;
import static dev.shopbell.mime.SampleLetters.MESSAGE_ID;
import static dev.shopbell.mime.ShopLetters.HELLO;
import static dev.shopbell.mime.ShopLetters.ON_BEHALF;
import static dev.shopbell.mime.ShopLetters.PLATFORM;
import static dev.shopbell.mime.ShopLetters.SHOP;
import static dev.shopbell.mime.ShopLetters.address;
import static dev.shopbell.mime.ShopLetters.envelopeFrom;
import static dev.shopbell.mime.ShopLetters.letter;
import static dev.shopbell.mime.ShopLetters.named;
import static dev.shopbell.mime.ShopLetters.read;
import static dev.shopbell.mime.ShopLetters.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.identity.SenderPolicy;
import dev.shopbell.transport.Addressee;
import dev.shopbell.transport.LetterHeaders;
import dev.shopbell.transport.OutboundEmail;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who letters are from, whom answers go to, and whose envelope they are in. */
class LetterSenderTest {
  @Test
  @Tag("sender-05")
  @Tag("sender-16")
  void areFromThePlatformWithTheContactInReplyTo() throws Exception {
    OutboundEmail letter = letter(ON_BEHALF, HELLO);
    MimeMessage read = read(letter);

    assertThat(read.getFrom()).containsExactly(named("Ann's Tea", "post@platform.example"));
    assertThat(read.getHeader("Sender")).isNull();
    assertThat(read.getReplyTo()).containsExactly(address("hi@annstea.example"));
    assertThat(read.getAllRecipients()).containsExactly(address("ann@shopper.example"));
    assertThat(envelopeFrom(letter)).isEqualTo("bounces@platform.example");
  }

  @Test
  @Tag("sender-04")
  void areSentByThePlatformForAMailboxInFromWhereThatIsThePolicy() throws Exception {
    DomainStatus lax = new DomainStatus(DomainState.PENDING, DmarcPolicy.NONE, Optional.empty());
    OutboundEmail letter =
        letter(SHOP.plan(SenderContext.of(PLATFORM.policy(SenderPolicy.LITERAL), lax)), HELLO);
    MimeMessage read = read(letter);

    assertThat(read.getFrom()).containsExactly(named("Ann's Tea", "hi@annstea.example"));
    assertThat(read.getSender()).isEqualTo(address("post@platform.example"));
    assertThat(read.getHeader("Reply-To")).isNull();
    assertThat(envelopeFrom(letter)).isEqualTo("bounces@platform.example");
  }

  @Test
  @Tag("sender-06")
  @Tag("sender-16")
  void areFromTheShopAloneOnAnEffectiveDomain() throws Exception {
    DomainStatus effective =
        new DomainStatus(
            DomainState.EFFECTIVE,
            DmarcPolicy.REJECT,
            Optional.of(DomainName.of("mail.annstea.example")));
    OutboundEmail letter = letter(SHOP.plan(SenderContext.of(PLATFORM, effective)), HELLO);
    MimeMessage read = read(letter);

    assertThat(read.getFrom()).containsExactly(named("Ann's Tea", "hi@annstea.example"));
    assertThat(read.getHeader("Sender")).isNull();
    assertThat(read.getReplyTo()).containsExactly(address("hi@annstea.example"));
    assertThat(envelopeFrom(letter)).isEqualTo("bounces@mail.annstea.example");
  }

  @Test
  @Tag("sender-16")
  @Tag("sender-17")
  void areFromTheNotificationMailboxThroughTheShopsOwnServer() throws Exception {
    SenderContext own =
        SenderContext.of(PLATFORM, DomainStatus.UNKNOWN)
            .ownServer(EmailAddress.of("noreply@send.example"));
    OutboundEmail letter = letter(SHOP.plan(own), HELLO);
    MimeMessage read = read(letter);

    assertThat(read.getFrom()).containsExactly(named("Ann's Tea", "noreply@send.example"));
    assertThat(read.getReplyTo()).containsExactly(address("hi@annstea.example"));
    assertThat(envelopeFrom(letter)).isEqualTo("noreply@send.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann's Tea",
        "\"Ann\"",
        "Tea, Books & Co.",
        "a@b <c@d.example>, e",
        "(comment) \\ [x]; y: z",
        "安的茶",
        "【茶】 🍵",
        "שלום, \"עולם\"",
        "\u202Eevil",
        "A   B",
        " Shop ",
        "=",
        "?=",
        "=?UTF-8?Q?PayPal?=",
        "=?UTF-8?B?UGF5UGFs?= Tea",
        "Café\u00A0Ñandú",
        "👩\u200D👩\u200D👧\u200D👦",
      })
  @Tag("sender-02")
  void carryTheShopsNameWhateverStandsInIt(String name) throws Exception {
    assertThat(readName(name)).isEqualTo(name);
  }

  @RepeatedTest(10)
  @Tag("sender-02")
  void carryAnyNameOfUpTo100Characters(RepetitionInfo repetition) throws Exception {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 100; i++) {
      String name = some(random, random.nextInt(1, 101));
      assertThat(readName(name)).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ann smith\"",
        "\"a,b\"",
        "\"a@b\"",
        "\"a\\\"b\"",
        "\"<b>\"",
        "o'brien",
        "a=b?c"
      })
  void areAddressedToAndFromAnyMailbox(String local) throws Exception {
    EmailAddress mailbox = EmailAddress.of(local + "@shop.example");
    SenderPlan sender =
        new SenderIdentity("Tea", mailbox)
            .plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN).ownServer(mailbox));
    OutboundEmail letter = new OutboundEmail(mailbox, sender, HELLO, MESSAGE_ID, DATE);
    MimeMessage read = read(letter);

    assertThat(read.getAllRecipients()).containsExactly(address(mailbox.value()));
    assertThat(read.getFrom()).containsExactly(named("Tea", mailbox.value()));
    assertThat(envelopeFrom(letter)).isEqualTo(mailbox.value());
  }

  @Test
  @Tag("mail-09")
  void haveOneEnvelopeRecipientWhoeverIsNamedInThem() throws Exception {
    Addressee bo = new Addressee("Bo", EmailAddress.of("bo@shopper.example"));
    Addressee cy = Addressee.of(EmailAddress.of("cy@shopper.example"));
    OutboundEmail letter =
        letter(ON_BEHALF, HELLO).with(LetterHeaders.NONE.shownTo(List.of(bo), List.of(cy)));

    assertThat(Letters.message(letter).getAllRecipients())
        .containsExactly(address("ann@shopper.example"));
    assertThat(read(letter).getHeader("To")).containsExactly("Bo <bo@shopper.example>");
    assertThat(read(letter).getHeader("Cc")).containsExactly("cy@shopper.example");
    assertThat(read(letter).getHeader("Bcc")).isNull();
  }

  private static String readName(String name) throws Exception {
    SenderIdentity shop = SenderIdentity.of(name, "hi@annstea.example");
    MimeMessage read =
        read(letter(shop.plan(SenderContext.of(PLATFORM, DomainStatus.UNKNOWN)), HELLO));
    assertThat(read.getFrom()).hasSize(1);
    InternetAddress from = (InternetAddress) read.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("post@platform.example");
    return from.getPersonal();
  }
}
