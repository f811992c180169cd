package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.mustache.Tag.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the tags of a template, in one pass; what stands between them is text. */
final class Tokenizer {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DELIMITER = 20;

  /** What other template languages write before a name. */
  private static final Set<String> COMMANDS = Set.of("if", "unless", "each", "for", "with");

  private final String template;
  private final String source;
  private final int mostTags;
  private final List<Tag> tags = new ArrayList<>();
  private String open = "{{";
  private String close = "}}";
  private int line = 1;
  private int lineStart;
  private int counted;

  private Tokenizer(String template, String source, int mostTags) {
    this.template = template;
    this.source = source;
    this.mostTags = mostTags;
  }

  /**
   * The tags, in their order.
   *
   * @param template its name, for errors
   */
  static List<Tag> tags(String template, String source, int mostTags) {
    Tokenizer tokenizer = new Tokenizer(template, source, mostTags);
    tokenizer.run();
    return tokenizer.tags;
  }

  private void run() {
    int at = source.indexOf(open);
    while (at >= 0) {
      int end = tag(at);
      at = source.indexOf(open, end);
    }
  }

  /** Reads the tag that begins there; the offset behind it. */
  private int tag(int start) {
    if (tags.size() == mostTags) {
      throw refused(
          start,
          start + open.length(),
          "one tag too many, with those of the partials: shorten the template");
    }
    int inside = start + open.length();
    char sigil = inside < source.length() ? source.charAt(inside) : ' ';
    Kind kind = kind(sigil);
    String closing = sigil == '{' ? "}" + close : sigil == '=' ? "=" + close : close;
    int from = kind == Kind.VALUE ? inside : inside + 1;
    int to = source.indexOf(closing, from);
    if (to < 0) {
      throw refused(start, Math.min(start + 30, source.length()), unclosed(closing));
    }
    int end = to + closing.length();
    String content = source.substring(from, to);
    if (kind == Kind.DELIMITERS) {
      tags.add(new Tag(kind, "", false, start, end, place(start, end)));
      delimiters(content.strip(), start, end);
    } else if (kind == Kind.COMMENT) {
      tags.add(new Tag(kind, "", false, start, end, place(start, end)));
    } else {
      tags.add(named(kind, content.strip(), start, end));
    }
    return end;
  }

  private String unclosed(String closing) {
    return "the tag is not closed: write " + closing + " behind its name";
  }

  private static Kind kind(char sigil) {
    return switch (sigil) {
      case '{', '&' -> Kind.RAW;
      case '#' -> Kind.SECTION;
      case '^' -> Kind.INVERTED;
      case '/' -> Kind.END;
      case '>' -> Kind.PARTIAL;
      case '<' -> Kind.PARENT;
      case '$' -> Kind.BLOCK;
      case '!' -> Kind.COMMENT;
      case '=' -> Kind.DELIMITERS;
      default -> Kind.VALUE;
    };
  }

  private Tag named(Kind kind, String content, int start, int end) {
    boolean mayBeDynamic = kind == Kind.PARTIAL || kind == Kind.PARENT || kind == Kind.END;
    boolean dynamic = mayBeDynamic && content.startsWith("*");
    String name = dynamic ? content.substring(1).strip() : content;
    int other = source.indexOf(open, start + open.length());
    if (name.contains(open)) {
      throw refused(start, other, unclosed(close));
    }
    if (name.isEmpty()) {
      throw refused(start, end, "the tag has no name: write the name of a variable in it");
    }
    if (name.length() > LONGEST_NAME) {
      throw refused(start, end, "the name is longer than " + LONGEST_NAME + " characters");
    }
    if (name.chars().anyMatch(Character::isWhitespace)) {
      throw refused(start, end, spaced(kind, name));
    }
    return new Tag(kind, dynamic ? "*" + name : name, dynamic, start, end, place(start, end));
  }

  private static String spaced(Kind kind, String name) {
    String[] words = name.split("\\s+", 3);
    return kind == Kind.SECTION && COMMANDS.contains(words[0])
        ? "a section has a name alone, and is there if it has a value and for each item: write {{#%s}} … {{/%s}}"
            .formatted(words[1], words[1])
        : "a name has no spaces: is the tag before it closed, or is the name mistyped?";
  }

  private void delimiters(String content, int start, int end) {
    String[] both = content.split("\\s+", 3);
    if (both.length != 2
        || both[0].contains("=")
        || both[1].contains("=")
        || Math.max(both[0].length(), both[1].length()) > LONGEST_DELIMITER) {
      throw refused(
          start,
          end,
          "delimiters are two words without =, as in {{=<% %>=}}: give an open and a close");
    }
    open = both[0];
    close = both[1];
  }

  private TemplateException refused(int start, int end, String problem) {
    return new TemplateException(place(start, end), problem);
  }

  /** Counts on from the tag before, so that all tags together cost one pass. */
  private Place place(int start, int end) {
    for (; counted < start; counted++) {
      if (source.charAt(counted) == '\n') {
        line++;
        lineStart = counted + 1;
      }
    }
    return new Place(
        template, line, start - lineStart + 1, source.substring(start, Math.min(end, start + 80)));
  }
}
