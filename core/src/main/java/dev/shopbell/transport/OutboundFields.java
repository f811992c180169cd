package dev.shopbell.transport;

import dev.shopbell.address.Address;
import dev.shopbell.template.FieldsContent;
import java.util.Objects;

/**
 * A message of named fields, for WeChat, push, a webhook.
 *
 * @param to the one recipient
 * @param content what it says
 */
public record OutboundFields(Address to, FieldsContent content) implements OutboundMessage {
  public OutboundFields {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(content, "content");
  }
}
