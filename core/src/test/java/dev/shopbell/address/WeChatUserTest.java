package dev.shopbell.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WeChatUserTest {
  private static final String OPEN_ID = "oAbCdEfGhIjKlMnOpQ9f";

  @Test
  void isWrittenAsAccountAndUser() {
    assertThat(new WeChatUser("wx123", OPEN_ID).value()).isEqualTo("wx123:" + OPEN_ID);
  }

  @Test
  void hidesTheUserButNotTheAccount() {
    assertThat(new WeChatUser("wx123", OPEN_ID)).hasToString("wx123:oAb****9f");
  }

  @Test
  void namesWhichPartIsWrongWithoutRepeatingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeChatUser(" ", OPEN_ID))
        .withMessage("WeChat appId is blank: give 1 to 64 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeChatUser("wx123", OPEN_ID + "\r"))
        .withMessageStartingWith("WeChat openId holds U+000D")
        .withMessageNotContaining(OPEN_ID);
  }
}
