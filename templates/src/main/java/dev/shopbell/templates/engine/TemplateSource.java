package dev.shopbell.templates.engine;

import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A template as it was written.
 *
 * @param name what errors call it
 * @param text the template
 * @param partials by name, all that it may include
 * @param medium what it is rendered for, which decides how values are encoded
 * @param trusted the names of variables whose values are trusted HTML; only these may stand in
 *     {@code {{{name}}}}
 */
public record TemplateSource(
    String name,
    String text,
    Map<String, String> partials,
    Medium medium,
    Predicate<String> trusted) {
  public TemplateSource {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    partials = Map.copyOf(partials);
    Objects.requireNonNull(medium, "medium");
    Objects.requireNonNull(trusted, "trusted");
  }

  /** A template without partials and without trusted variables. */
  public static TemplateSource of(String name, String text, Medium medium) {
    return new TemplateSource(name, text, Map.of(), medium, variable -> false);
  }

  /** The same with these partials. */
  public TemplateSource with(Map<String, String> partials) {
    return new TemplateSource(name, text, partials, medium, trusted);
  }

  /** The same where these variables are trusted HTML. */
  public TemplateSource trusting(Predicate<String> trusted) {
    return new TemplateSource(name, text, partials, medium, trusted);
  }

  /** Name and medium: a template may be long. */
  @Override
  public String toString() {
    return "TemplateSource[" + name + ", " + medium + "]";
  }
}
