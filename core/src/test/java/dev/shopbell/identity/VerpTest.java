package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mail-06")
class VerpTest {
  private static final Credential ONE =
      Credential.of("b25lLW9uZS1vbmUtb25lLW9uZS1vbmUtb25lLW9uZS0=");
  private static final Credential TWO =
      Credential.of("dHdvLXR3by10d28tdHdvLXR3by10d28tdHdvLXR3by0=");
  private static final SigningKeys KEYS = SigningKeys.of("k1", ONE);
  private static final EmailAddress PATH = EmailAddress.of("bounces@bounces.platform.example");
  private static final DeliveryId ID = new DeliveryId("01kb3m7q2rabcdefgh0123456j");

  private final Verp verp = Verp.signed(KEYS);

  @Test
  void tellsTheDeliveryAgain() {
    String address = verp.address(PATH, ID).value();

    assertThat(address)
        .startsWith("bounces+01kb3m7q2rabcdefgh0123456j")
        .endsWith("k1@bounces.platform.example");
    assertThat(address.indexOf('@')).isLessThanOrEqualTo(64);
    assertThat(verp.read(address)).contains(ID);
    assertThat(Verp.isMarked(address)).isTrue();
  }

  @Test
  void outlivesAServerThatChangesCase() {
    assertThat(verp.read(verp.address(PATH, ID).value().toUpperCase(Locale.ROOT))).contains(ID);
  }

  @Test
  void knowsWhatAnOlderKeySigned() {
    String old = verp.address(PATH, ID).value();
    Verp rotated = Verp.signed(KEYS.rotate("k2", TWO));

    assertThat(rotated.read(old)).contains(ID);
    assertThat(rotated.address(PATH, ID).value()).contains("k2@");
    assertThat(Verp.signed(SigningKeys.of("k2", TWO)).read(old)).isEmpty();
  }

  @Test
  void believesNoOtherLetterOfATokenWherever() {
    String address = verp.address(PATH, ID).value();
    for (int i = "bounces+".length(); i < address.indexOf('@'); i++) {
      char other = address.charAt(i) == '0' ? '1' : '0';
      String forged = address.substring(0, i) + other + address.substring(i + 1);
      assertThat(verp.read(forged)).as(forged).isEmpty();
    }
  }

  @Test
  void believesNoTokenOfAnotherKeyUnderTheSameName() {
    String forged = Verp.signed(SigningKeys.of("k1", TWO)).address(PATH, ID).value();

    assertThat(Verp.isMarked(forged)).isTrue();
    assertThat(verp.read(forged)).isEmpty();
  }

  @Test
  void anOrdinaryAddressIsNotMarked() {
    assertThat(Verp.isMarked("bounces@platform.example")).isFalse();
    assertThat(Verp.isMarked("ann+" + ID + "@platform.example")).isFalse();
    assertThat(verp.read("")).isEmpty();
  }

  @Test
  void namesThatAreTooLongAreRefusedWithWhatFits() {
    PlatformSender platform =
        PlatformSender.of("notify@platform.example").returnPath("returned-mail@platform.example");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> verp.check(platform))
        .withMessageContaining("r***@platform.example")
        .withMessageContaining("at most 11 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Verp.signed(SigningKeys.of("key2026", ONE))
                    .check(PlatformSender.of("b@platform.example")));
  }

  @Test
  void marksThePlansThroughThePlatformsServersAlone() {
    PlatformSender platform = PlatformSender.of("notify@platform.example");
    SenderContext context = SenderContext.of(platform, DomainStatus.UNKNOWN);
    SenderIdentity shop = SenderIdentity.of("Tea", "ann@gmail.com");
    SenderPlan behalf = shop.plan(context);
    SenderPlan own = shop.plan(context.ownServer(EmailAddress.of("orders@annstea.example")));

    assertThat(verp.read(verp.mark(behalf, ID).returnPath().value())).contains(ID);
    assertThat(verp.mark(behalf, ID).from()).isEqualTo(behalf.from());
    assertThat(verp.mark(behalf, ID).replyTo()).isEqualTo(behalf.replyTo());
    assertThat(verp.mark(own, ID).returnPath()).isEqualTo(own.returnPath());
  }

  @Test
  void printsNoKey() {
    assertThat(verp.toString()).contains("k1").doesNotContain(ONE.reveal());
  }
}
