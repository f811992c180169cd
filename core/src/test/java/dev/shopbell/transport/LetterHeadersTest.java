package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.Map.Entry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterHeadersTest {
  private static final LetterHeaders NONE = LetterHeaders.NONE;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/u",
        "mailto:u@shop.example",
        "https:///u",
        "https://shop.example/a,b",
        "/u",
      })
  @Tag("mail-02")
  void refuseALinkToUnsubscribeThatTakesNoPost(String link) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.unsubscribe(URI.create(link)))
        .withMessage(
            "the link to unsubscribe is not an https link of at most 900 characters without commas: RFC 8058 asks for one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"From", "BCC", "Content-Type", "DKIM-Signature", "List-Unsubscribe", "Received"})
  void refuseAFieldThatIsNotForTheCallerToWrite(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.with(name, "x"))
        .withMessage("header " + name + " is written by the letter or by servers: take it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X:", "X Y", "Ü", "-x"})
  void refuseANameThatNoFieldMayHave(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NONE.with(name, "x"))
        .withMessageEndingWith("has no valid name: use letters, digits and hyphens");
  }

  @Test
  void keepFurtherFieldsInTheirOrderAndOneOfAName() {
    LetterHeaders headers = NONE.with("X-B", "1").with("X-A", "2").with("x-b", "3");

    assertThat(headers.further()).containsExactly(entry("X-A", "2"), entry("x-b", "3"));
    assertThat(headers).hasToString("LetterHeaders[0 to, 0 cc, [X-A, x-b]]");
  }

  private static Entry<String, String> entry(String name, String value) {
    return Map.entry(name, value);
  }
}
