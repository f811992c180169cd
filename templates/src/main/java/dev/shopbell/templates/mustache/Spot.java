package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Medium;
import org.jspecify.annotations.Nullable;

/** A kind of place that a value can stand in, and the encoder for it. */
enum Spot {
  /** Everywhere, when the specification alone counts. */
  SPECIFICATION(Encoder.SPECIFICATION),
  LINES(Encoder.TEXT),
  LINE(Encoder.LINE),
  /** HTML between tags, in a title or in a comment. */
  HTML(Encoder.HTML),
  ATTRIBUTE(Encoder.HTML),
  URL(Encoder.URL),
  URL_PATH(Encoder.URL_PATH),
  URL_QUERY(Encoder.URL_QUERY),
  URL_OPAQUE(Encoder.URL_OPAQUE),
  URL_RUNS("behind a scheme that runs what follows it: write an address of https"),
  /** Of a {@code meta}, which may lead elsewhere. */
  CONTENT(Encoder.HTML),
  STYLE_ATTRIBUTE(Encoder.CSS),
  STYLE(Encoder.CSS),
  JSON(Encoder.JSON_VALUE),
  JSON_STRING(Encoder.JSON_STRING),
  JSON_ESCAPE("behind a backslash in a script: take the backslash away"),
  COMMENT(Encoder.HTML),
  TAG("inside a tag: put it between the quotes of an attribute, as in title=\"{{name}}\""),
  /** Behind a name that may go on. */
  NAME("inside a tag: put it between the quotes of an attribute, as in title=\"{{name}}\""),
  PIECES("in an attribute whose name stands in pieces: write the name without tags in it"),
  BEFORE_VALUE("behind = without quotes: write quotes around it, as in title=\"{{name}}\""),
  UNQUOTED("in an attribute without quotes: write quotes around it, as in title=\"{{name}}\""),
  HANDLER("in an attribute that holds a script: no value can be made harmless there"),
  SCRIPT("in a script: no value can be made harmless there, but in application/ld+json");

  private final @Nullable Encoder encoder;
  private final String refusal;

  Spot(Encoder encoder) {
    this.encoder = encoder;
    this.refusal = "";
  }

  Spot(String refusal) {
    this.encoder = null;
    this.refusal = refusal;
  }

  /** What makes a value harmless here; null when nothing does. */
  @Nullable Encoder encoder() {
    return encoder;
  }

  /** Why no value can stand here, and where it could. */
  String refusal() {
    return "stands " + refusal;
  }

  boolean isUrl() {
    return switch (this) {
      case URL, URL_PATH, URL_QUERY, URL_OPAQUE, URL_RUNS -> true;
      default -> false;
    };
  }

  /** Whether {@code {{{name}}}} can stand here, in HTML. */
  boolean takesHtml() {
    return this == HTML;
  }

  static Spot of(Medium medium) {
    return switch (medium) {
      case SPECIFICATION -> SPECIFICATION;
      case HTML -> HTML;
      case TEXT -> LINES;
      case HEADER, SMS, FIELD -> LINE;
    };
  }
}
