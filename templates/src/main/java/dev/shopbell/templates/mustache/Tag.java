package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;

/**
 * One tag of a template.
 *
 * @param kind what it does
 * @param name without sigil and white space; empty for a comment and for delimiters
 * @param dynamic whether the name says where in the data the partial's name is
 * @param start the offset of its first character
 * @param end the offset behind it
 * @param place where it stands, for people
 */
record Tag(Kind kind, String name, boolean dynamic, int start, int end, Place place) {
  enum Kind {
    VALUE(false),
    RAW(false),
    SECTION(true),
    INVERTED(true),
    PARENT(true),
    BLOCK(true),
    END(false),
    PARTIAL(false),
    COMMENT(false),
    DELIMITERS(false);

    private final boolean opens;

    Kind(boolean opens) {
      this.opens = opens;
    }

    /** Whether an end tag of the same name closes it. */
    boolean opens() {
      return opens;
    }

    /** Whether it may have a line to itself, which then leaves no trace. */
    boolean canStandAlone() {
      return this != VALUE && this != RAW;
    }

    boolean inherits() {
      return this == PARENT || this == BLOCK;
    }
  }

  TemplateException refused(String problem) {
    return new TemplateException(place, problem);
  }
}
