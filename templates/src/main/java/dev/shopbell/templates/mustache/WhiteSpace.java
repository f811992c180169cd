package dev.shopbell.templates.mustache;

import dev.shopbell.templates.mustache.Tag.Kind;
import java.util.List;

/**
 * Decides which white space belongs to the tags and not to the text: lines that hold nothing but
 * tags leave no trace, and what stood before a partial or block indents its lines (specification,
 * "standalone" tags, and the block rules of inheritance).
 */
final class WhiteSpace {
  private final String source;
  private final List<Tag> tags;
  private final Nesting nesting;
  private final int[] from;
  private final int[] to;
  private final String[] indents;
  private final boolean[] alone;

  private WhiteSpace(String source, List<Tag> tags, Nesting nesting) {
    this.source = source;
    this.tags = tags;
    this.nesting = nesting;
    int size = tags.size();
    from = new int[size + 1];
    to = new int[size + 1];
    indents = new String[size];
    alone = new boolean[size];
    for (int i = 0; i <= size; i++) {
      from[i] = i == 0 ? 0 : tags.get(i - 1).end();
      to[i] = i == size ? source.length() : tags.get(i).start();
      if (i < size) {
        indents[i] = "";
      }
    }
  }

  static WhiteSpace of(String source, List<Tag> tags, Nesting nesting) {
    WhiteSpace space = new WhiteSpace(source, tags, nesting);
    space.run();
    return space;
  }

  /** Where the text before a tag begins; for the number of tags, the text behind the last. */
  int from(int tag) {
    return from[tag];
  }

  /** Where the text before a tag ends. */
  int to(int tag) {
    return to[tag];
  }

  /** What stands on its line before a partial or block, if that is all. */
  String indent(int tag) {
    return indents[tag];
  }

  /** Whether its line holds nothing but tags. */
  boolean isAlone(int tag) {
    return alone[tag];
  }

  /** How far the first line of what a block holds is indented. */
  String contentIndent(int block) {
    int last = tags.get(nesting.partner(block)).start();
    int line = from[block + 1];
    for (int at = line; at < last; at++) {
      char c = source.charAt(at);
      if (c == '\n') {
        line = at + 1;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return source.substring(line, at);
      }
    }
    return "";
  }

  /** Whether anything but white space stands between a block's tags. */
  boolean isEmpty(int block) {
    return nesting.partner(block) == block + 1
        && source.substring(from[block + 1], to[block + 1]).isBlank();
  }

  private void run() {
    for (int i = 0; i < tags.size(); i++) {
      int line = lineStart(i);
      if (line >= 0) {
        i = line(i, line);
      }
    }
  }

  /** Handles the tag that comes first on a line, with those that stand alone beside it. */
  private int line(int first, int line) {
    Tag tag = tags.get(first);
    String indent = source.substring(line, tag.start());
    if (tag.kind() == Kind.PARTIAL || tag.kind().inherits()) {
      indents[first] = indent;
    }
    int last = lastBeside(first);
    int next = lineEnd(tags.get(last).end());
    boolean holdsBlock = tag.kind() == Kind.BLOCK && nesting.partner(first) <= last;
    if (next < 0 || holdsBlock || !tag.kind().canStandAlone()) {
      if (tag.kind() != Kind.BLOCK) {
        indents[first] = "";
      }
      return first;
    }
    to[first] = line;
    for (int i = first; i <= last; i++) {
      alone[i] = true;
      if (i > first) {
        to[i] = from[i];
        indents[i] = tags.get(i).kind() == Kind.BLOCK ? indent : "";
      }
    }
    from[last + 1] = next;
    return last;
  }

  /** The last of the tags of inheritance that follow on the same line with nothing between them. */
  private int lastBeside(int first) {
    int last = first;
    while (inherits(last)
        && last + 1 < tags.size()
        && inherits(last + 1)
        && isBlank(tags.get(last).end(), tags.get(last + 1).start())) {
      last++;
    }
    return last;
  }

  private boolean inherits(int tag) {
    Kind kind = tags.get(tag).kind();
    return kind.inherits()
        || (kind == Kind.END && tags.get(nesting.partner(tag)).kind().inherits());
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (source.charAt(i) != ' ' && source.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Where the line of a tag begins when only white space stands before it; else -1. */
  private int lineStart(int tag) {
    int at = tags.get(tag).start();
    int stop = tag == 0 ? 0 : tags.get(tag - 1).end();
    while (at > stop && (source.charAt(at - 1) == ' ' || source.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || source.charAt(at - 1) == '\n' ? at : -1;
  }

  /** Where the next line begins when only white space stands before its end; else -1. */
  private int lineEnd(int at) {
    int end = at;
    while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
      end++;
    }
    if (end < source.length() && source.charAt(end) == '\r') {
      end++;
    }
    if (end == source.length()) {
      return end;
    }
    return source.charAt(end) == '\n' ? end + 1 : -1;
  }
}
