package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.engine.TemplateSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A template and its partials, each read when it is first asked for. */
final class Library {
  /** The name of the template itself among its partials; no tag can have it. */
  static final String MAIN = "";

  private final TemplateSource source;
  private final Limits limits;
  private final Map<String, Script> scripts = new HashMap<>();
  private int tagsLeft;

  Library(TemplateSource source, Limits limits) {
    this.source = source;
    this.limits = limits;
    this.tagsLeft = limits.tags();
    long characters = source.text().length();
    for (Map.Entry<String, String> partial : source.partials().entrySet()) {
      characters += partial.getKey().length() + partial.getValue().length();
    }
    if (characters > limits.sourceCharacters()) {
      throw new TemplateException(
          Place.of(source.name()),
          "it has %,d characters with its partials: at most %,d are allowed, shorten it"
              .formatted(characters, limits.sourceCharacters()));
    }
  }

  boolean has(String partial) {
    return source.partials().containsKey(partial);
  }

  Set<String> partials() {
    return source.partials().keySet();
  }

  /** The place of the tag in a script's HTML that is not closed. */
  Place unclosed(String partial) {
    String text = text(partial);
    int at = HtmlScanner.lastTag(text);
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    int end = Math.min(text.length(), at + 30);
    return new Place(
        name(partial), line, at - text.lastIndexOf('\n', at - 1), text.substring(at, end));
  }

  private String text(String partial) {
    return partial.equals(MAIN) ? source.text() : source.partials().getOrDefault(partial, "");
  }

  private String name(String partial) {
    return partial.equals(MAIN) ? source.name() : source.name() + " > " + partial;
  }

  /** The template, or one of its partials, as it was read. */
  Script script(String partial) {
    Script known = scripts.get(partial);
    if (known != null) {
      return known;
    }
    Script script = Script.read(name(partial), text(partial), tagsLeft, limits.depth());
    tagsLeft -= script.tags();
    scripts.put(partial, script);
    return script;
  }
}
