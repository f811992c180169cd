package dev.shopbell.template;

import dev.shopbell.internal.Text;
import java.util.Map;

/**
 * A template that a gateway has approved, with the values for its places.
 *
 * @param code the gateway's name for it
 * @param variables by the gateway's own names
 */
public record GatewayTemplate(String code, Map<String, String> variables) {
  public GatewayTemplate {
    Text.line("template code", code, 100);
    variables = Map.copyOf(variables);
  }

  /** The code alone: values are personal. */
  @Override
  public String toString() {
    return "GatewayTemplate[" + code + "]";
  }
}
