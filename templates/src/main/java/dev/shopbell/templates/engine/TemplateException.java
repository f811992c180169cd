package dev.shopbell.templates.engine;

import java.util.Objects;

/**
 * A template that cannot be compiled or rendered. It names template, line, column and tag, says
 * what would be right, and never tells a value.
 */
public final class TemplateException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String problem;

  /** A problem at a place. */
  public TemplateException(Place place, String problem) {
    super(place + ": " + problem);
    this.place = place;
    this.problem = problem;
  }

  /** Where it is. */
  public Place place() {
    return Objects.requireNonNullElse(place, Place.of("?"));
  }

  /** What is wrong and what would be right, without the place. */
  public String problem() {
    return problem;
  }
}
