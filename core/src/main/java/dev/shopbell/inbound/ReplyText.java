package dev.shopbell.inbound;

import java.util.Objects;

/**
 * The text of a reply in two parts, each in the order of its lines.
 *
 * @param own what the person wrote, without white space at its ends; may be empty
 * @param quoted what is repeated of an earlier letter, with the lines that say so; may be empty
 */
public record ReplyText(String own, String quoted) {
  public ReplyText {
    Objects.requireNonNull(own, "own");
    Objects.requireNonNull(quoted, "quoted");
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "ReplyText[" + own.length() + " characters, " + quoted.length() + " quoted]";
  }
}
