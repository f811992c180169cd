package dev.shopbell.templates;

import java.util.Map;
import java.util.Objects;

/**
 * The named fields of a message on one channel: of a WeChat template, a push, a webhook; or, for a
 * text message, the variables of the template that a gateway approved.
 *
 * @param code the provider's name for its approved template; empty where it needs none
 * @param fields by the provider's own names
 */
public record FieldSet(String code, Map<String, FieldText> fields) {
  public FieldSet {
    Objects.requireNonNull(code, "code");
    fields = Map.copyOf(fields);
    if (code.isBlank() && fields.isEmpty()) {
      throw new IllegalArgumentException("a set without code and fields says nothing: give some");
    }
  }
}
