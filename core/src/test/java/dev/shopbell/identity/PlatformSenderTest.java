package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.EmailAddress;
import org.junit.jupiter.api.Test;

class PlatformSenderTest {
  private static final EmailAddress POST = EmailAddress.of("post@platform.example");
  private static final EmailAddress BOUNCES = EmailAddress.of("bounces@platform.example");

  @Test
  void takesBouncesItselfAndRewritesUnlessToldOtherwise() {
    assertThat(PlatformSender.of("post@platform.example"))
        .isEqualTo(new PlatformSender(POST, POST, SenderPolicy.REWRITE));
  }

  @Test
  void changesOneThingAtATime() {
    PlatformSender sender = PlatformSender.of("post@platform.example");

    assertThat(sender.returnPath("bounces@platform.example"))
        .isEqualTo(new PlatformSender(POST, BOUNCES, SenderPolicy.REWRITE));
    assertThat(sender.returnPath("bounces@platform.example").policy(SenderPolicy.LITERAL))
        .isEqualTo(new PlatformSender(POST, BOUNCES, SenderPolicy.LITERAL));
  }

  @Test
  void refusesWhatIsNoMailboxMasked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlatformSender.of("post office"))
        .withMessageStartingWith("mail address \"p***\" is not valid: ");
  }
}
