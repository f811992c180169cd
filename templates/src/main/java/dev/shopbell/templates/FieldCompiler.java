package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Medium;
import dev.shopbell.templates.engine.TemplateEngine;
import dev.shopbell.templates.engine.TemplateSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compiles the fields of one language. */
final class FieldCompiler {
  private final TemplateEngine engine;
  private final Set<String> trusted;

  FieldCompiler(TemplateEngine engine, NoticeType type) {
    this.engine = engine;
    Set<String> html = new HashSet<>();
    Set<String> others = new HashSet<>();
    sort(type.variables(), html, others);
    html.removeAll(others);
    this.trusted = Set.copyOf(html);
  }

  /** A name that is trusted in one list and not in another is not trusted at all. */
  private static void sort(List<Variable> variables, Set<String> html, Set<String> others) {
    for (Variable variable : variables) {
      (variable.kind() == Kind.HTML ? html : others).add(variable.name());
      sort(variable.fields(), html, others);
    }
  }

  /** Whether a variable of that name may stand unescaped. */
  boolean isTrusted(String variable) {
    return trusted.contains(variable);
  }

  CompiledFields compile(String place, Words.Script script) {
    Map<Field, CompiledTemplate> fields = new EnumMap<>(Field.class);
    script
        .fields()
        .forEach(
            (field, text) ->
                fields.put(field, compile(place + " " + field, text, script, field.medium())));
    Map<Channel, CompiledFields.CompiledSet> sets = new HashMap<>();
    script
        .sets()
        .forEach((channel, set) -> sets.put(channel, set(place + " " + channel, set, script)));
    return new CompiledFields(fields, sets);
  }

  private CompiledFields.CompiledSet set(String place, FieldSet set, Words.Script script) {
    Map<String, CompiledTemplate> texts = new TreeMap<>();
    Map<String, Integer> longest = new HashMap<>();
    set.fields()
        .forEach(
            (name, field) -> {
              texts.put(name, compile(place + " " + name, field.text(), script, Medium.FIELD));
              longest.put(name, field.longest());
            });
    return new CompiledFields.CompiledSet(set.code(), texts, longest);
  }

  CompiledTemplate compile(String place, String text, Words.Script script, Medium medium) {
    return engine.compile(
        TemplateSource.of(place, text, medium).with(script.partials()).trusting(this::isTrusted));
  }
}
