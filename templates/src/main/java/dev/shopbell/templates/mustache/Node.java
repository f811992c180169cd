package dev.shopbell.templates.mustache;

import dev.shopbell.templates.mustache.Tag.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a template, with its white space settled: text, or a tag. What a tag holds follows it
 * up to its end.
 *
 * @param tag null for text
 * @param text for text, what it is; for a partial or block, how far its lines are indented
 * @param end for an opening tag, the index of its end tag; else its own
 * @param alone whether the tag has its line to itself
 */
record Node(@Nullable Tag tag, String text, int end, boolean alone) {
  static Node text(String text, int index) {
    return new Node(null, text, index, false);
  }

  boolean is(Kind kind) {
    return tag != null && tag.kind() == kind;
  }
}
