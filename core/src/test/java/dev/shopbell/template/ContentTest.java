package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
  private static final GatewayTemplate APPROVED =
      new GatewayTemplate("SMS_1001", Map.of("name", "Private Ann"));

  @Test
  void letterPrintsItsSizesAlone() {
    assertThat(new EmailContent("Private subject", "Private", "<p>Private</p>", "Private"))
        .hasToString("EmailContent[14 + 7 characters]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\nBcc: x@evil.example", "\n", "\r", "\0", "\u2028"})
  void letterRefusesALineBreakInSubjectAndPreheader(String bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailContent("Private" + bad, "", "<p>", "x"))
        .withMessageStartingWith("subject holds U+")
        .withMessageNotContaining("Private");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailContent("Hello", "Private" + bad, "<p>", "x"))
        .withMessageStartingWith("preheader holds U+")
        .withMessageNotContaining("Private");
  }

  @Test
  void letterHasASubjectOfAtMost300CharactersAndNeedsNoPreheader() {
    assertThat(new EmailContent("x".repeat(300), "", "<p>", "x").subject()).hasSize(300);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailContent("x".repeat(301), "", "<p>", "x"))
        .withMessage("subject has 301 characters: at most 300 are allowed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailContent(" ", "", "<p>", "x"))
        .withMessage("subject is blank: give 1 to 300 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailContent("Hello", "x".repeat(301), "<p>", "x"))
        .withMessage("preheader has 301 characters: at most 300 are allowed");
  }

  @Test
  void letterHasHtmlAndPlainText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailContent("Hello", "", "\n", "x"))
        .withMessage("html is blank: a letter has HTML and plain text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailContent("Hello", "", "<p>", ""))
        .withMessage("text is blank: a letter has HTML and plain text");
  }

  @Test
  void textMessageSaysSomethingAndPrintsItsSizeAlone() {
    assertThat(new SmsContent("Private words", Optional.of(APPROVED)))
        .hasToString("SmsContent[13 characters]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmsContent("\n ", Optional.empty()))
        .withMessage("text is blank: a text message says something");
  }

  @Test
  void fieldsAreCopiedAndPrintTheirNamesAlone() {
    Map<String, String> fields = new HashMap<>(Map.of("order", "Private"));
    FieldsContent content = new FieldsContent(Optional.of(APPROVED), fields);
    fields.put("more", "x");

    assertThat(content.fields()).containsExactly(Map.entry("order", "Private"));
    assertThat(content).hasToString("FieldsContent[order]");
  }

  @Test
  void gatewayTemplateCopiesItsVariablesAndPrintsItsCodeAlone() {
    Map<String, String> variables = new HashMap<>(Map.of("name", "Private Ann"));
    GatewayTemplate template = new GatewayTemplate("SMS_1001", variables);
    variables.put("more", "x");

    assertThat(template).isEqualTo(APPROVED).hasToString("GatewayTemplate[SMS_1001]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GatewayTemplate("SMS\n1001", Map.of()))
        .withMessageStartingWith("template code holds U+000A at index 3");
  }
}
