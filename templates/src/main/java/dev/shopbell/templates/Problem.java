package dev.shopbell.templates;

import dev.shopbell.templates.engine.Place;
import java.util.Objects;

/**
 * Something about a template that its author should mend, in a sentence for them.
 *
 * @param place where it is
 * @param rule which rule it breaks, in a word or two
 * @param isError whether the template cannot be saved with it; otherwise it is advice
 * @param message what is wrong and what would be right; never a value
 */
public record Problem(Place place, String rule, boolean isError, String message) {
  public Problem {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(message, "message");
  }

  static Problem error(Place place, String rule, String message) {
    return new Problem(place, rule, true, message);
  }

  static Problem advice(Place place, String rule, String message) {
    return new Problem(place, rule, false, message);
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
