package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StoreIdTest {
  @Test
  void printsAsItself() {
    assertThat(new StoreId("s-1")).hasToString("s-1");
  }

  @Test
  void isOneLineOfAtMost64Characters() {
    assertThat(new StoreId("x".repeat(64)).value()).hasSize(64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoreId("x".repeat(65)))
        .withMessage("store id has 65 characters: at most 64 are allowed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StoreId(" "))
        .withMessage("store id is blank: give 1 to 64 characters");
  }
}
