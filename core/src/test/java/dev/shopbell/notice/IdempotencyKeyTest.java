package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {
  @Test
  void printsAsItself() {
    assertThat(new IdempotencyKey("paid:SO-1001")).hasToString("paid:SO-1001");
  }

  @Test
  void isOneLineOfAtMost200Characters() {
    assertThat(new IdempotencyKey("x".repeat(200)).value()).hasSize(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IdempotencyKey("x".repeat(201)))
        .withMessage("idempotency key has 201 characters: at most 200 are allowed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IdempotencyKey(""))
        .withMessage("idempotency key is blank: give 1 to 200 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IdempotencyKey("paid\n"))
        .withMessageStartingWith("idempotency key holds U+000A at index 4");
  }
}
