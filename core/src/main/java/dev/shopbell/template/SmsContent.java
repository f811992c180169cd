package dev.shopbell.template;

import java.util.Objects;
import java.util.Optional;

/**
 * A text message's words.
 *
 * @param text without the signature; not blank
 * @param reference the same as a gateway's approved template; empty where gateways take any text
 */
public record SmsContent(String text, Optional<GatewayTemplate> reference) implements Content {
  public SmsContent {
    if (Objects.requireNonNull(text, "text").isBlank()) {
      throw new IllegalArgumentException("text is blank: a text message says something");
    }
    Objects.requireNonNull(reference, "reference");
  }

  /** Its size alone: a message is personal. */
  @Override
  public String toString() {
    return "SmsContent[" + text.length() + " characters]";
  }
}
