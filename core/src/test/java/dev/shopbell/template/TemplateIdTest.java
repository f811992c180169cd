package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TemplateIdTest {
  @Test
  void printsNameAndVersion() {
    assertThat(new TemplateId("order.paid", "7f3a")).hasToString("order.paid@7f3a");
  }

  @Test
  void isAnotherTemplateInAnotherVersion() {
    assertThat(new TemplateId("order.paid", "1")).isNotEqualTo(new TemplateId("order.paid", "2"));
  }

  @Test
  void saysWhichPartIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TemplateId("", "1"))
        .withMessage("template name is blank: give 1 to 100 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TemplateId("order.paid", "1\n"))
        .withMessageStartingWith("template version holds U+000A at index 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TemplateId("order.paid", "x".repeat(65)))
        .withMessage("template version has 65 characters: at most 64 are allowed");
  }

  @Test
  void isNamedByAnExceptionThatCouldNotRenderIt() {
    assertThat(new RenderException(new TemplateId("order.paid", "1"), "line 3 has no end"))
        .hasMessage("template order.paid@1 cannot be rendered: line 3 has no end");
  }
}
