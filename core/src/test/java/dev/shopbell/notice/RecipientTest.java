package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.Address;
import dev.shopbell.address.Channel;
import dev.shopbell.address.ChannelAddress;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.PhoneNumber;
import dev.shopbell.address.WeChatUser;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecipientTest {
  private static final EmailAddress MAIL = EmailAddress.of("ann@shopper.example");
  private static final PhoneNumber PHONE = PhoneNumber.of("+8613800138000");
  private static final WeChatUser WECHAT = new WeChatUser("wx123", "oAbCdEfGh");

  @Test
  void isReachedNowhereAtFirst() {
    Recipient nobody = Recipient.of("u-1");

    assertThat(nobody)
        .isEqualTo(new Recipient("u-1", Map.of(), Optional.empty(), Optional.empty()));
    assertThat(nobody.address(Channel.EMAIL)).isEmpty();
    assertThat(nobody).hasToString("Recipient[]");
  }

  @Test
  void isReachedOnEachChannelThatWasGiven() {
    Recipient ann =
        Recipient.of("u-1")
            .email("ann@shopper.example")
            .phone("+86 138 0013 8000")
            .at(Channel.WECHAT, WECHAT)
            .at(new Channel("push"), new ChannelAddress("token"));

    assertThat(ann.address(Channel.EMAIL)).contains(MAIL);
    assertThat(ann.address(Channel.SMS)).contains(PHONE);
    assertThat(ann.address(Channel.WECHAT)).contains(WECHAT);
    assertThat(ann.address(new Channel("push"))).contains(new ChannelAddress("token"));
    assertThat(ann.address(Channel.WECHAT_MINI)).isEmpty();
  }

  @Test
  void changesOneThingAtATimeAndLeavesTheFormerAlone() {
    Recipient before = Recipient.of("u-1").email("ann@shopper.example");
    Recipient after =
        before
            .email("ann@new.example")
            .locale(Locale.forLanguageTag("zh-TW"))
            .zone(ZoneId.of("Asia/Taipei"));

    assertThat(before)
        .isEqualTo(
            new Recipient("u-1", Map.of(Channel.EMAIL, MAIL), Optional.empty(), Optional.empty()));
    assertThat(after.id()).isEqualTo("u-1");
    assertThat(after.address(Channel.EMAIL)).contains(EmailAddress.of("ann@new.example"));
    assertThat(after.locale()).contains(Locale.TAIWAN);
    assertThat(after.zone()).contains(ZoneId.of("Asia/Taipei"));
    assertThat(after.phone("+8613800138000").locale()).contains(Locale.TAIWAN);
  }

  @Test
  void keepsAMapOfItsOwn() {
    Map<Channel, Address> addresses = new HashMap<>(Map.of(Channel.EMAIL, MAIL));
    Recipient ann = new Recipient("u-1", addresses, Optional.empty(), Optional.empty());
    addresses.put(Channel.SMS, PHONE);

    assertThat(ann.addresses()).containsOnlyKeys(Channel.EMAIL);
  }

  @Test
  void refusesAnAddressOfAnotherKindWithoutRepeatingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipient.of("u-1").at(Channel.EMAIL, PHONE))
        .withMessageStartingWith("address for email is of the kind PhoneNumber: give ")
        .withMessageEndingWith("EmailAddress");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipient.of("u-1").at(Channel.SMS, new ChannelAddress("13800138000")))
        .withMessage(
            "address for sms is of the kind ChannelAddress: give one of the kind PhoneNumber");
  }

  @Test
  void refusesAnIdOfAnotherForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipient.of(""))
        .withMessage("recipient id is blank: give 1 to 128 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipient.of("u\r1"))
        .withMessageStartingWith("recipient id holds U+000D at index 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recipient.of("x".repeat(129)))
        .withMessage("recipient id has 129 characters: at most 128 are allowed");
  }

  @Test
  void printsItsChannelsAlone() {
    assertThat(Recipient.of("u-1").email("ann@shopper.example")).hasToString("Recipient[email]");
  }
}
