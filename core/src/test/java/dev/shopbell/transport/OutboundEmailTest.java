package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.identity.SenderContext;
import dev.shopbell.identity.SenderIdentity;
import dev.shopbell.template.EmailContent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundEmailTest {
  @ParameterizedTest
  @ValueSource(strings = {"a@b", "01m8160qt0-email@platform.example", "!#$%@[192.0.2.1]"})
  void takesAMessageIdWithoutBrackets(String messageId) {
    assertThat(letter(messageId).messageId()).isEqualTo(messageId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id",
        "id@",
        "@shop.example",
        "<id@shop.example>",
        "id@a@b",
        "i d@shop.example",
        "id@shop.example\r\nBcc: x",
        "id@shop.example\n",
        "id\0@shop.example",
        "id@中文.example"
      })
  void refusesAnotherFormOfMessageId(String messageId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> letter(messageId))
        .withMessageStartingWith("messageId is \"")
        .withMessageEndingWith("\": write it as id@domain without angle brackets");
  }

  @Test
  void printsTheRecipientMaskedAndNothingOfTheContent() {
    assertThat(letter("id@shop.example").toString())
        .contains("a***@shopper.example", "EmailContent[7 + 7 characters]")
        .doesNotContain("ann.smith", "Private");
  }

  private static OutboundEmail letter(String messageId) {
    return new OutboundEmail(
        EmailAddress.of("ann.smith@shopper.example"),
        SenderIdentity.of("Tea", "hi@annstea.example")
            .plan(
                SenderContext.of(PlatformSender.of("post@platform.example"), DomainStatus.UNKNOWN)),
        new EmailContent("Private", "Private", "Private", "Private"),
        messageId,
        Instant.EPOCH);
  }
}
