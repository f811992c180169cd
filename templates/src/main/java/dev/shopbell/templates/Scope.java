package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that can be used at one place of a template.
 *
 * @param outer what stands around it; empty for the whole text
 * @param names those that are new here
 * @param given what is certain to have a value here; empty for the whole text
 */
record Scope(Optional<Scope> outer, Map<String, Known> names, String given) {
  private static final List<Variable> LINK =
      List.of(Variable.of("label", Kind.TEXT), Variable.of("address", Kind.LINK));

  /**
   * A name that can be used.
   *
   * @param path with the list it belongs to, {@code goods.options}
   * @param required whether it has a value everywhere
   * @param fields for a list, what its items have
   */
  record Known(String path, Kind kind, boolean required, List<Variable> fields) {
    boolean isValue() {
      return kind != Kind.LIST && kind != Kind.FLAG;
    }
  }

  /** The variables of a type, the store and the letter. */
  static Scope of(NoticeType type, Field field) {
    Map<String, Known> names = new LinkedHashMap<>();
    type.variables().forEach(variable -> put(names, "", variable));
    for (String own : List.of("store", "letter", "promotion")) {
      if (names.containsKey(own)) {
        throw new IllegalArgumentException(
            "notice type %s declares %s: templates have one already, name it otherwise"
                .formatted(type.name(), own));
      }
    }
    putOwn(names, Kind.TEXT, true, "store.name", "store.contact", "store.accent");
    putOwn(names, Kind.TEXT, true, "store.onAccent", "store.button", "store.edge");
    putOwn(names, Kind.LINK, true, "store.contactLink");
    putOwn(names, Kind.LINK, false, "store.logo", "store.site");
    putOwn(names, Kind.TEXT, false, "store.postalAddress");
    putOwn(names, Kind.FLAG, true, "store.professional", "store.warm", "store.playful");
    putOwn(names, Kind.FLAG, true, "store.sans", "store.serif", "store.rounded");
    names.put("store.links", new Known("store.links", Kind.LIST, false, LINK));
    putOwn(names, Kind.TEXT, true, "letter.lang", "letter.dir", "letter.start", "letter.end");
    putOwn(names, Kind.LINK, false, "letter.unsubscribeLink");
    putOwn(names, Kind.FLAG, true, "promotion");
    if (field == Field.HTML) {
      putOwn(names, Kind.TEXT, true, "letter.subject", "letter.preheader");
    }
    return new Scope(Optional.empty(), names, "");
  }

  /** What a name means here; empty when nothing. */
  Optional<Known> find(String name) {
    return Optional.ofNullable(names.get(name))
        .or(() -> outer.flatMap(around -> around.find(name)));
  }

  /** Every name that can be used here. */
  Set<String> all() {
    Set<String> all = new TreeSet<>(names.keySet());
    outer.ifPresent(around -> all.addAll(around.all()));
    return all;
  }

  /** The list whose items have a field of that name; empty when none does. */
  Optional<String> listOf(String field) {
    return names.entrySet().stream()
        .filter(
            entry -> entry.getValue().fields().stream().anyMatch(own -> own.name().equals(field)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Every name that can be used here or in a list. */
  Set<String> everywhere() {
    Set<String> all = all();
    names.forEach(
        (name, known) ->
            known
                .fields()
                .forEach(field -> all.addAll(Set.of(field.name(), name + "." + field.name()))));
    return all;
  }

  /** Whether it is certain to have a value here. */
  boolean isGiven(Known known) {
    return known.required()
        || known.path().equals(given)
        || outer.map(around -> around.isGiven(known)).orElse(false);
  }

  /**
   * A field that a list's items may lack and that is a name outside, too, where it would be taken
   * from instead; empty when there is none.
   */
  Optional<String> confused(Known list) {
    return list.fields().stream()
        .filter(field -> !field.required() && find(field.name()).isPresent())
        .map(Variable::name)
        .findFirst();
  }

  /** Inside a section. */
  Scope inside(Known section) {
    Map<String, Known> inner = new LinkedHashMap<>();
    section.fields().forEach(field -> put(inner, section.path() + ".", field));
    if (section.kind() == Kind.LIST) {
      putOwn(inner, Kind.FLAG, true, "first", "last");
    }
    return new Scope(Optional.of(this), inner, section.path());
  }

  private static void put(Map<String, Known> names, String before, Variable variable) {
    String path = before + variable.name();
    names.put(
        variable.name(), new Known(path, variable.kind(), variable.required(), variable.fields()));
    Known machine = new Known(path, Kind.TEXT, variable.required(), List.of());
    for (String suffix : machineForms(variable.kind())) {
      names.putIfAbsent(variable.name() + suffix, machine);
    }
  }

  /** What stands beside a value for markup ({@link dev.shopbell.template.ReaderData}). */
  private static List<String> machineForms(Kind kind) {
    return switch (kind) {
      case MONEY -> List.of("Amount", "Currency");
      case INSTANT -> List.of("Iso");
      case NUMBER -> List.of("Plain");
      default -> List.of();
    };
  }

  private static void putOwn(Map<String, Known> names, Kind kind, boolean required, String... own) {
    for (String name : own) {
      names.put(name, new Known(name, kind, required, List.of()));
    }
  }
}
