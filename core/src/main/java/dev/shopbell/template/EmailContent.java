package dev.shopbell.template;

import dev.shopbell.internal.Text;

/**
 * A letter's words.
 *
 * @param subject one line of at most 300 characters
 * @param preheader what an inbox shows behind the subject; one line, may be empty
 * @param html the whole HTML document
 * @param text the same for those who read plain text
 */
public record EmailContent(String subject, String preheader, String html, String text)
    implements Content {
  public EmailContent {
    Text.line("subject", subject, 300);
    Text.optionalLine("preheader", preheader, 300);
    requireSome("html", html);
    requireSome("text", text);
  }

  private static void requireSome(String what, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " is blank: a letter has HTML and plain text");
    }
  }

  /** Sizes alone: a letter is personal. */
  @Override
  public String toString() {
    return "EmailContent[" + html.length() + " + " + text.length() + " characters]";
  }
}
