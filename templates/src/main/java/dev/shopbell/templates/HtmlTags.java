package dev.shopbell.templates;

/** Where tags end in HTML that anybody may have written. */
final class HtmlTags {
  private HtmlTags() {}

  /**
   * The index behind the {@code >} that ends the tag which that index is in; one between quotes
   * does not. The length of the HTML where none ends it.
   */
  static int end(String html, int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return html.length();
  }
}
