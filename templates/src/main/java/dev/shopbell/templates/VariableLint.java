package dev.shopbell.templates;

import dev.shopbell.internal.Nearest;
import dev.shopbell.notice.Variable.Kind;
import dev.shopbell.templates.Scope.Known;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.mustache.Outline;
import dev.shopbell.templates.mustache.Outline.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds the tags of one text against the variables that its notice type declares: each names one,
 * an optional one stands inside a section of itself, and nothing unescaped is not trusted.
 */
final class VariableLint {
  private static final int DEEPEST = 8;
  private static final String SIGIL = "#/^>&!<$=";
  private static final int MOST = 100;
  private static final int MOST_PAGES = 500;
  private static final int MOST_TAGS = 200_000;

  /** A section that is open, and what can be used inside it. */
  private record Open(Outline.Entry tag, Scope scope) {}

  private final Map<String, String> partials;
  private final Limits limits;
  private final Predicate<String> trusted;
  private final Consumer<Problem> problems;

  /** By the text, since a partial may be used a thousand times. */
  private final Map<String, List<Outline.Entry>> outlines = new HashMap<>();

  private final Set<String> used = new HashSet<>();
  private int found;
  private int pages;
  private int seen;

  VariableLint(
      Map<String, String> partials,
      Limits limits,
      Predicate<String> trusted,
      Consumer<Problem> problems) {
    this.partials = partials;
    this.limits = limits;
    this.trusted = trusted;
    this.problems = problems;
  }

  /** Checks a text, and the partials it uses. */
  void check(String name, String text, Scope scope) {
    page(name, text, scope, 0);
  }

  /** The variables that were found, those of a list with its name before them. */
  Set<String> used() {
    return used;
  }

  private void page(String name, String text, Scope scope, int depth) {
    if (++pages > MOST_PAGES || found > MOST || seen > MOST_TAGS) {
      return;
    }
    List<Outline.Entry> tags = outlines.get(text);
    if (tags == null) {
      tags = tags(name, text);
      outlines.put(text, tags);
    }
    seen += tags.size();
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(new Outline.Entry(Role.BLOCK, "", Place.of(name)), scope));
    for (Outline.Entry tag : tags) {
      tag(name, tag, open, depth);
    }
  }

  /** Those of a text that is no template, too, so that all its mistakes are told at once. */
  private List<Outline.Entry> tags(String name, String text) {
    try {
      return Outline.of(name, text, limits);
    } catch (TemplateException e) {
      tell(e.place(), "syntax", e.problem());
    }
    try {
      return Outline.unmatched(name, text, limits);
    } catch (TemplateException e) {
      return List.of();
    }
  }

  private void tag(String name, Outline.Entry tag, Deque<Open> open, int depth) {
    Scope scope = open.element().scope();
    switch (tag.role()) {
      case VALUE -> value(tag, scope, false);
      case UNESCAPED -> value(tag, scope, true);
      case SECTION -> open.push(new Open(tag, section(tag, scope)));
      case INVERTED -> {
        known(tag, scope);
        open.push(new Open(tag, scope));
      }
      case BLOCK -> open.push(new Open(tag, scope));
      case PARENT -> {
        partial(name, tag, scope, depth);
        open.push(new Open(tag, scope));
      }
      case PARTIAL -> partial(name, tag, scope, depth);
      case END -> {
        if (open.size() > 1) {
          open.pop();
        }
      }
    }
  }

  private void value(Outline.Entry tag, Scope scope, boolean unescaped) {
    Known known = known(tag, scope);
    if (known == null) {
      return;
    }
    if (!known.isValue()) {
      tell(
          tag.place(),
          "not-text",
          "%s is no text but %s: open it as a section, {{#%s}} … {{/%s}}"
              .formatted(known.path(), kind(known), tag.name(), tag.name()));
    } else if (!scope.isGiven(known)) {
      tell(
          tag.place(),
          "optional-variable",
          "%s may be missing, and would leave a gap: put it inside {{#%s}} … {{/%s}}"
              .formatted(known.path(), tag.name(), tag.name()));
    }
    if (unescaped && !trusted.test(tag.name())) {
      tell(
          tag.place(),
          "unescaped",
          "%s is not declared as trusted HTML and cannot stand unescaped: write {{%s}}"
              .formatted(known.path(), tag.name()));
    }
  }

  private static String kind(Known known) {
    return known.kind() == Kind.LIST ? "a list" : "yes or no";
  }

  /** What a name means here; null when nothing, which is told. */
  private @Nullable Known known(Outline.Entry tag, Scope scope) {
    if (tag.name().equals(".")) {
      tell(tag.place(), "unknown-variable", "{{.}} has no name: write the name of a variable");
      return null;
    }
    Known known = scope.find(tag.name()).orElse(null);
    if (known != null) {
      used.add(known.path());
    } else if (found < MOST) {
      tell(
          tag.place(),
          "unknown-variable",
          "there is no variable %s here: %s".formatted(shown(tag.name()), hint(tag.name(), scope)));
    }
    return known;
  }

  private static String hint(String name, Scope scope) {
    if (SIGIL.indexOf(name.charAt(0)) >= 0) {
      return "write %s right behind the braces, {{%s}}"
          .formatted(name.charAt(0), name.charAt(0) + name.substring(1).strip());
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    if (!last.equals(name) && scope.find(last).isPresent()) {
      return "write {{%s}}, without the word before the point".formatted(last);
    }
    return scope
        .listOf(last)
        .map(
            list -> "it belongs to %s: put it inside {{#%s}} … {{/%s}}".formatted(list, list, list))
        .orElseGet(() -> Nearest.hint(name, scope.all()));
  }

  private Scope section(Outline.Entry tag, Scope scope) {
    Known known = known(tag, scope);
    return known == null ? scope : scope.inside(known);
  }

  private void partial(String name, Outline.Entry tag, Scope scope, int depth) {
    String text = partials.get(tag.name());
    if (tag.name().startsWith("*")) {
      return;
    }
    if (text == null) {
      tell(
          tag.place(),
          "unknown-partial",
          "there is no partial %s: %s"
              .formatted(
                  shown(tag.name()), Nearest.hint(tag.name(), new TreeSet<>(partials.keySet()))));
    } else if (depth == DEEPEST) {
      tell(
          tag.place(),
          "depth",
          "partial %s is nested deeper than %s: does it hold itself?"
              .formatted(tag.name(), DEEPEST));
    } else {
      page(name + " > " + tag.name(), text, scope, depth + 1);
    }
  }

  private void tell(Place place, String rule, String message) {
    if (found++ < MOST) {
      problems.accept(Problem.error(place, rule, message));
    }
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}
