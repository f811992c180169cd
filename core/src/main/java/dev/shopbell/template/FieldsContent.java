package dev.shopbell.template;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A message of named fields: WeChat, push, a webhook.
 *
 * @param reference the provider's approved template; empty where it needs none
 * @param fields by the provider's own names
 */
public record FieldsContent(Optional<GatewayTemplate> reference, Map<String, String> fields)
    implements Content {
  public FieldsContent {
    Objects.requireNonNull(reference, "reference");
    fields = Map.copyOf(fields);
  }

  /** The fields' names alone: values are personal. */
  @Override
  public String toString() {
    return "FieldsContent" + fields.keySet();
  }
}
