package dev.shopbell.templates;

import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Variable.Kind;
import dev.shopbell.templates.Scope.Known;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a text against the variables that its type declares, before anybody is sent it: each tag
 * names a declared variable, an optional one stands inside a section of itself, a list and a flag
 * open a section, an address stands as one, and nothing goes round the escaping.
 */
final class TagCheck {
  private static final Pattern TAG = Pattern.compile("\\{\\{([#^/>$<]?)([a-zA-Z][a-zA-Z0-9.]*)}}");
  private static final List<String> BEFORE_ADDRESS = List.of("href=\"", "src=\"", "{{$href}}");
  private static final int DEEPEST = 8;

  /** A tag that was opened, and what can be used inside it. */
  private record Open(String sigil, String name, Scope scope) {}

  private final NoticeType type;
  private final Field field;
  private final Map<String, String> partials;

  private TagCheck(NoticeType type, Field field, Map<String, String> partials) {
    this.type = type;
    this.field = field;
    this.partials = partials;
  }

  /**
   * Checks one field.
   *
   * @param where what it is part of, for errors
   * @throws IllegalArgumentException for the first thing that is wrong, naming its line
   */
  static void check(
      String where, NoticeType type, Field field, String text, Map<String, String> partials) {
    new TagCheck(type, field, partials).page(new Page(where, text, 0), Scope.of(type, field));
  }

  private void page(Page page, Scope scope) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open("", "", scope));
    Matcher tag = TAG.matcher(page.text());
    for (int at = page.text().indexOf("{{"); at >= 0; at = page.text().indexOf("{{", tag.end())) {
      if (!tag.find(at) || tag.start() != at) {
        throw page.refused(
            at, "{{ begins no tag that can be used here: write {{name}} or {{#name}}");
      }
      tag(page, at, tag.group(1), tag.group(2), open);
    }
    if (open.size() > 1) {
      throw page.refused(
          page.text().length(),
          "{{" + open.peek().sigil() + open.peek().name() + "}} is not closed");
    }
  }

  private void tag(Page page, int at, String sigil, String name, Deque<Open> open) {
    Scope scope = open.element().scope();
    switch (sigil) {
      case "" -> value(page, at, known(page, at, name, scope), scope);
      case "#" -> open.push(new Open(sigil, name, inside(page, at, name, scope)));
      case "^" -> {
        known(page, at, name, scope);
        open.push(new Open(sigil, name, scope));
      }
      case "/" -> close(page, at, name, open);
      case ">" -> partial(page, at, name, scope);
      default -> {
        if (sigil.equals("<")) {
          partial(page, at, name, scope);
        }
        open.push(new Open(sigil, name, scope));
      }
    }
  }

  private void value(Page page, int at, Known known, Scope scope) {
    if (!known.isValue()) {
      throw page.refused(at, known.path() + " is no text: open it as a section, {{#name}}");
    }
    if (!scope.isGiven(known)) {
      throw page.refused(
          at,
          "%s is optional: put it inside {{#%s}} and {{/%s}}"
              .formatted(known.path(), known.path(), known.path()));
    }
    boolean address = BEFORE_ADDRESS.stream().anyMatch(before -> page.isAfter(before, at));
    boolean isLink = known.kind() == Kind.LINK || known.kind() == Kind.SECRET;
    if (field == Field.HTML && address != isLink) {
      throw page.refused(
          at, known.path() + (address ? " is no link" : " is a link: it stands in href alone"));
    }
  }

  private Known known(Page page, int at, String name, Scope scope) {
    return scope
        .find(name)
        .orElseThrow(
            () ->
                page.refused(
                    at,
                    "{{%s}} is not declared by notice type %s, which has %s, store and letter"
                        .formatted(
                            name,
                            type.name(),
                            String.join(
                                ", ", type.variables().stream().map(v -> v.name()).toList()))));
  }

  private Scope inside(Page page, int at, String name, Scope scope) {
    Known known = known(page, at, name, scope);
    scope
        .confused(known)
        .ifPresent(
            inner -> {
              throw page.refused(
                  at,
                  "%s.%s is optional and %s is a name outside the list, too: rename one"
                      .formatted(name, inner, inner));
            });
    return scope.inside(known);
  }

  private static void close(Page page, int at, String name, Deque<Open> open) {
    Open last = open.pop();
    if (open.isEmpty() || !last.name().equals(name)) {
      throw page.refused(at, "{{/" + name + "}} closes what is not open");
    }
  }

  private void partial(Page page, int at, String name, Scope scope) {
    String text = partials.get(name);
    if (text == null) {
      throw page.refused(
          at, "there is no partial " + name + ": there are " + new TreeSet<>(partials.keySet()));
    }
    if (page.depth() == DEEPEST) {
      throw page.refused(at, "partial " + name + " is nested deeper than " + DEEPEST);
    }
    page(new Page(page.where() + " > " + name, text, page.depth() + 1), scope);
  }
}
