package dev.shopbell.templates.mustache;

import dev.shopbell.templates.mustache.Tag.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A template that was read: a flat list of text and tags.
 *
 * @param name what errors call it
 * @param tags how many tags were read, comments included
 */
record Script(String name, List<Node> nodes, int tags) {
  private static final int DEEPEST_INDENT = 200;

  /** Reads a template. */
  static Script read(String name, String source, int mostTags, int deepest) {
    List<Tag> tags = Tokenizer.tags(name, source, mostTags);
    Nesting nesting = Nesting.of(tags, deepest);
    WhiteSpace space = WhiteSpace.of(source, tags, nesting);
    return new Script(name, new Builder(source, tags, nesting, space).nodes(), tags.size());
  }

  /** Puts text and tags in their order, and takes a block's own indentation off its lines. */
  private static final class Builder {
    private final String source;
    private final List<Tag> tags;
    private final Nesting nesting;
    private final WhiteSpace space;
    private final List<Node> nodes = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Deque<Integer> dedents = new ArrayDeque<>(List.of(0));

    Builder(String source, List<Tag> tags, Nesting nesting, WhiteSpace space) {
      this.source = source;
      this.tags = tags;
      this.nesting = nesting;
      this.space = space;
    }

    List<Node> nodes() {
      for (int i = 0; i < tags.size(); i++) {
        text(i);
        tag(i);
      }
      text(tags.size());
      return List.copyOf(nodes);
    }

    private void text(int tag) {
      if (space.from(tag) < space.to(tag)) {
        String text = dedented(space.from(tag), space.to(tag), dedents.element());
        if (!text.isEmpty()) {
          nodes.add(Node.text(text, nodes.size()));
        }
      }
    }

    private void tag(int i) {
      Tag tag = tags.get(i);
      switch (tag.kind()) {
        case COMMENT, DELIMITERS -> {}
        case END -> end(tag, space.isAlone(i));
        default -> {
          nodes.add(new Node(tag, indent(i), nodes.size(), space.isAlone(i)));
          if (tag.kind().opens()) {
            open.push(nodes.size() - 1);
            dedents.push(isArgument(i) ? ownDedent(i) : dedents.element());
          }
        }
      }
    }

    private void end(Tag tag, boolean alone) {
      int opener = open.pop();
      dedents.pop();
      Node opened = nodes.get(opener);
      nodes.set(opener, new Node(opened.tag(), opened.text(), nodes.size(), opened.alone()));
      nodes.add(new Node(tag, "", nodes.size(), alone));
    }

    private boolean isArgument(int i) {
      int around = nesting.parent(i);
      return tags.get(i).kind() == Kind.BLOCK
          && around >= 0
          && tags.get(around).kind() == Kind.PARENT;
    }

    private int ownDedent(int i) {
      return space.isAlone(i) ? space.contentIndent(i).length() : 0;
    }

    /** How far the lines that take this tag's place are indented. */
    private String indent(int i) {
      boolean byContent = tags.get(i).kind() == Kind.BLOCK && space.isAlone(i) && !space.isEmpty(i);
      String indent = byContent ? space.contentIndent(i) : space.indent(i);
      if (indent.length() > DEEPEST_INDENT) {
        throw tags.get(i)
            .refused("is indented by more than " + DEEPEST_INDENT + " characters: move it left");
      }
      return indent.substring(Math.min(dedents.element(), indent.length()));
    }

    private String dedented(int from, int to, int dedent) {
      if (dedent == 0) {
        return source.substring(from, to);
      }
      StringBuilder text = new StringBuilder(to - from);
      int at = from;
      while (at < to) {
        if (at == 0 || source.charAt(at - 1) == '\n') {
          at = skip(at, Math.min(to, at + dedent));
        }
        int newline = source.indexOf('\n', at);
        int end = newline < 0 || newline >= to ? to : newline + 1;
        text.append(source, at, end);
        at = end;
      }
      return text.toString();
    }

    private int skip(int from, int to) {
      int at = from;
      while (at < to && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
        at++;
      }
      return at;
    }
  }
}
