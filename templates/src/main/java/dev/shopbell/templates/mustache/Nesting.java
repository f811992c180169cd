package dev.shopbell.templates.mustache;

import dev.shopbell.templates.mustache.Tag.Kind;
import java.util.List;

/** Which tag closes which. */
final class Nesting {
  private final int[] partner;
  private final int[] parent;

  private Nesting(int size) {
    partner = new int[size];
    parent = new int[size];
  }

  /** Matches opening and closing tags, and refuses the first that has no other. */
  static Nesting of(List<Tag> tags, int deepest) {
    Nesting nesting = new Nesting(tags.size());
    int[] open = new int[deepest];
    int depth = 0;
    for (int i = 0; i < tags.size(); i++) {
      Tag tag = tags.get(i);
      nesting.partner[i] = -1;
      if (tag.kind() == Kind.END) {
        if (depth == 0) {
          throw tag.refused("closes nothing that is open: remove it, or open it before");
        }
        int opener = open[--depth];
        requireSame(tags.get(opener), tag);
        nesting.partner[opener] = i;
        nesting.partner[i] = opener;
      }
      nesting.parent[i] = depth == 0 ? -1 : open[depth - 1];
      if (tag.kind().opens()) {
        if (depth == deepest) {
          throw tag.refused("is nested deeper than " + deepest + ": take a level out");
        }
        open[depth++] = i;
      }
    }
    if (depth > 0) {
      Tag last = tags.get(open[depth - 1]);
      throw last.refused(
          "is opened here and never closed: write {{/" + shown(last) + "}} where it ends");
    }
    return nesting;
  }

  private static void requireSame(Tag opener, Tag end) {
    if (!opener.name().equals(end.name())) {
      throw end.refused(
          "closes another tag than the one that is open, %s from line %s, column %s: write {{/%s}} first"
              .formatted(
                  opener.place().tag(),
                  opener.place().line(),
                  opener.place().column(),
                  shown(opener)));
    }
  }

  private static String shown(Tag tag) {
    return tag.name().length() > 40 ? tag.name().substring(0, 40) + "…" : tag.name();
  }

  /** The tag that closes or opens this one; -1 when there is none. */
  int partner(int tag) {
    return partner[tag];
  }

  /** The tag around this one; -1 when there is none. An end tag stands beside its opener. */
  int parent(int tag) {
    return parent[tag];
  }
}
