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

  /** Behind what is not known here: within an address, the strictest encoder. */
  HtmlPlace behindOthers() {
    if (spot == Spot.URL_RUNS) {
      return this;
    }
    return spot.isUrl() ? at(Spot.URL_QUERY) : spot == Spot.TAG ? at(Spot.NAME) : this;
  }

  /** Whether a section that begins here may end there. */
  boolean allows(HtmlPlace end) {
    boolean bothUrls = spot.isUrl() && end.spot.isUrl() && quote == end.quote;
    return settled().equals(end.settled())
        || (bothUrls && (end.spot != Spot.URL_RUNS || spot == Spot.URL_RUNS));
  }

  private HtmlPlace settled() {
    return spot == Spot.NAME ? at(Spot.TAG) : this;
  }

  /** Where it goes on behind a section. */
  HtmlPlace joined(HtmlPlace end) {
    return equals(end) ? this : behindOthers();
  }

  /** For errors. */
  String described() {
    return switch (spot) {
      case HTML -> "in text";
      case ATTRIBUTE,
          CONTENT,
          URL,
          URL_PATH,
          URL_QUERY,
          URL_OPAQUE,
          STYLE_ATTRIBUTE,
          HANDLER,
          PIECES,
          UNQUOTED ->
          "in an attribute's value";
      case URL_RUNS -> "in an address that runs a script";
      case TAG, NAME, BEFORE_VALUE -> "inside a tag";
      case STYLE -> "in a style sheet";
      case SCRIPT, JSON, JSON_STRING, JSON_ESCAPE -> "in a script";
      case COMMENT -> "in a comment";
      case SPECIFICATION, LINES, LINE -> "in text";
    };
  }
}
