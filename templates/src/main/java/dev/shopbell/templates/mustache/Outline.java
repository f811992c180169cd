package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.mustache.Tag.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags of a template, for those who check it: what each does, where it stands and ends. */
public final class Outline {
  /** What a tag does. */
  public enum Role {
    /** Writes a value. */
    VALUE,
    /** Writes a value unescaped. */
    UNESCAPED,
    /** Is there for each item of a list, or if there is something. */
    SECTION,
    /** Is there if there is nothing. */
    INVERTED,
    /** Holds a partial whose blocks can be given. */
    PARENT,
    /** Can be given, or gives. */
    BLOCK,
    /** Is replaced by a partial. */
    PARTIAL,
    /** Ends the tag that was opened last. */
    END
  }

  /**
   * A tag.
   *
   * @param role what it does
   * @param name without its sigil; of a dynamic name, with its asterisk
   * @param place where it stands
   */
  public record Entry(Role role, String name, Place place) {}

  private Outline() {}

  /**
   * The tags in their order, comments left out.
   *
   * @throws dev.shopbell.templates.engine.TemplateException when the text is no template
   */
  public static List<Entry> of(String name, String text, Limits limits) {
    return entries(
        Script.read(name, text, limits.tags(), limits.depth()).nodes().stream().map(Node::tag));
  }

  /**
   * The tags of a text whose sections do not match, for as much as can be said of them.
   *
   * @throws dev.shopbell.templates.engine.TemplateException when a tag itself is broken
   */
  public static List<Entry> unmatched(String name, String text, Limits limits) {
    return entries(Tokenizer.tags(name, text, limits.tags()).stream());
  }

  private static List<Entry> entries(Stream<@Nullable Tag> tags) {
    return tags.filter(Objects::nonNull)
        .filter(tag -> tag.kind() != Kind.COMMENT && tag.kind() != Kind.DELIMITERS)
        .map(tag -> new Entry(role(tag), tag.name(), tag.place()))
        .toList();
  }

  private static Role role(Tag tag) {
    return switch (tag.kind()) {
      case RAW -> Role.UNESCAPED;
      case SECTION -> Role.SECTION;
      case INVERTED -> Role.INVERTED;
      case PARENT -> Role.PARENT;
      case BLOCK -> Role.BLOCK;
      case PARTIAL -> Role.PARTIAL;
      case END -> Role.END;
      default -> Role.VALUE;
    };
  }
}
