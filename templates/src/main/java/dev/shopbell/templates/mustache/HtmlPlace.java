package dev.shopbell.templates.mustache;

/**
 * Where in a page of HTML a piece of a template stands. A value.
 *
 * @param spot the kind of place
 * @param element the element whose tag or raw text it stands in, as far as it matters
 * @param quote what ends the attribute; a space outside of quotes
 * @param value in a tag, what the attribute just named holds
 */
record HtmlPlace(Spot spot, Element element, char quote, Spot value) {
  /** What an element's own text is. */
  enum Element {
    OTHER(Spot.HTML, ""),
    STYLE(Spot.STYLE, "</style"),
    SCRIPT(Spot.SCRIPT, "</script"),
    DATA(Spot.JSON, "</script");

    private final Spot text;
    private final String end;

    Element(Spot text, String end) {
      this.text = text;
      this.end = end;
    }

    Spot text() {
      return text;
    }

    /** What ends its text; empty where any tag does. */
    String end() {
      return end;
    }
  }

  static HtmlPlace of(Spot spot) {
    return new HtmlPlace(spot, Element.OTHER, ' ', Spot.ATTRIBUTE);
  }

  HtmlPlace at(Spot other) {
    return new HtmlPlace(other, element, quote, value);
  }

  /** Behind a value: an address has begun, and JSON goes on. */
  HtmlPlace behindValue() {
    return spot == Spot.URL ? at(Spot.URL_PATH) : this;
  }

  /** Whether a section that begins here may end there. */
  boolean allows(HtmlPlace end) {
    return equals(end) || (spot.isUrl() && end.spot.isUrl() && quote == end.quote);
  }

  /** Where it goes on behind a section: within an address, by the strictest encoder. */
  HtmlPlace joined(HtmlPlace end) {
    return equals(end) ? this : at(Spot.URL_QUERY);
  }

  /** For errors. */
  String described() {
    return switch (spot) {
      case HTML -> "in text";
      case ATTRIBUTE, URL, URL_PATH, URL_QUERY, URL_OPAQUE, STYLE_ATTRIBUTE, HANDLER, UNQUOTED ->
          "in an attribute's value";
      case TAG, BEFORE_VALUE -> "inside a tag";
      case STYLE -> "in a style sheet";
      case SCRIPT, JSON, JSON_STRING -> "in a script";
      case COMMENT -> "in a comment";
      case SPECIFICATION, LINES, LINE -> "in text";
    };
  }
}
