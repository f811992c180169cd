package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.template.GatewayTemplate;
import dev.shopbell.templates.engine.CompiledTemplate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a template says in one language, ready to run.
 *
 * @param fields of letters and text messages
 * @param sets of the other channels, and a gateway's template for text messages
 */
record CompiledFields(Map<Field, CompiledTemplate> fields, Map<Channel, CompiledSet> sets) {
  /**
   * The fields of one message.
   *
   * @param code the provider's approved template; empty where it needs none
   * @param texts by the provider's names
   * @param longest how long each may be
   */
  record CompiledSet(
      String code, Map<String, CompiledTemplate> texts, Map<String, Integer> longest) {
    FieldsContent render(Map<String, Object> view) {
      Map<String, String> values = values(view);
      return new FieldsContent(reference(values), values);
    }

    Optional<GatewayTemplate> reference(Map<String, String> values) {
      return code.isBlank() ? Optional.empty() : Optional.of(new GatewayTemplate(code, values));
    }

    Map<String, String> values(Map<String, Object> view) {
      Map<String, String> values = new HashMap<>();
      texts.forEach(
          (name, text) ->
              values.put(
                  name, Lines.cut(text.render(view).strip(), longest.getOrDefault(name, 300))));
      return values;
    }
  }

  /** The gateway's template for a text message; empty where gateways take any text. */
  Optional<GatewayTemplate> gateway(Map<String, Object> view) {
    return Optional.ofNullable(sets.get(Channel.SMS))
        .flatMap(set -> set.reference(set.values(view)));
  }
}
