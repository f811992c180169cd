package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class PartsTest {
  @Test
  void aFileIsItsPartsInTheirOrder() {
    assertThat(Parts.of("f", "--- one\nA\n\nB\n\n--- two\n\nC\n"))
        .containsExactly(entry("one", "A\n\nB"), entry("two", "C"));
  }

  @Test
  void aPartTwiceIsRefused() {
    assertThatThrownBy(() -> Parts.of("order.en.mustache", "--- sms\nA\n--- sms\nB"))
        .hasMessage("order.en.mustache has part sms twice: keep one");
  }

  @Test
  void textBeforeTheFirstPartIsRefused() {
    assertThatThrownBy(() -> Parts.of("order.en.mustache", "Hello\n--- sms\nA"))
        .hasMessageStartingWith("order.en.mustache has text before its first part");
  }
}
