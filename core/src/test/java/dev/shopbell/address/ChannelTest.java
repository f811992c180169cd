package dev.shopbell.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {
  @Test
  void hasAConstantForEachChannelOfTheStockSet() {
    assertThat(Channel.EMAIL).isEqualTo(new Channel("email")).hasToString("email");
    assertThat(Channel.SMS).isEqualTo(new Channel("sms")).hasToString("sms");
    assertThat(Channel.WECHAT).isEqualTo(new Channel("wechat")).hasToString("wechat");
    assertThat(Channel.WECHAT_MINI)
        .isEqualTo(new Channel("wechat-mini"))
        .hasToString("wechat-mini");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "push", "web-hook2", "abcdefghijklmnopqrstuvwxyz123456"})
  void takesTheNameThatAPlugInBrings(String name) {
    assertThat(new Channel(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Email", "2sms", "-a", "a b", "sms\n", "abcdefghijklmnopqrstuvwxyz1234567"})
  void refusesAnotherFormAndSaysWhichIsRight(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Channel(name))
        .withMessageStartingWith("channel is \"")
        .withMessageEndingWith(
            ": use 1 to 32 lower-case letters, digits and hyphens, beginning with a letter");
  }
}
