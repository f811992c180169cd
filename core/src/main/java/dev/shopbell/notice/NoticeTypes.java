package dev.shopbell.notice;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of notice that a platform sends, by name. Immutable. */
public final class NoticeTypes {
  private final Map<String, NoticeType> types = new LinkedHashMap<>();

  private NoticeTypes(Collection<NoticeType> types) {
    for (NoticeType type : types) {
      if (this.types.put(type.name(), type) != null) {
        throw new IllegalArgumentException("notice type " + type.name() + " is given twice");
      }
    }
    for (NoticeType type : types) {
      type.beside().ifPresent(other -> requireShared(type, main(type, other)));
    }
  }

  private NoticeType main(NoticeType beside, String name) {
    NoticeType main = types.get(name);
    if (main == null) {
      throw new IllegalArgumentException(
          "%s goes out beside %s, which is unknown: %s"
              .formatted(beside.name(), Text.quoted(name), Nearest.hint(name, types.keySet())));
    }
    return main;
  }

  /** What goes out beside a notice lives on its data, so it may require no more than that does. */
  private static void requireShared(NoticeType beside, NoticeType main) {
    for (Variable variable : beside.variables()) {
      if (variable.required() && !main.variables().contains(variable)) {
        throw new IllegalArgumentException(
            "%s goes out beside %s and requires %s, which is not required there: make it so, or optional here"
                .formatted(beside.name(), main.name(), variable.name()));
      }
    }
  }

  /**
   * These types.
   *
   * @throws IllegalArgumentException when two have one name, or one goes beside an unknown one or
   *     one that does not require what it does
   */
  public static NoticeTypes of(Collection<NoticeType> types) {
    return new NoticeTypes(types);
  }

  /** These types and more. */
  public NoticeTypes with(NoticeType... more) {
    List<NoticeType> all = new ArrayList<>(types.values());
    all.addAll(List.of(more));
    return new NoticeTypes(all);
  }

  /**
   * The type of that name.
   *
   * @throws InvalidNoticeException when there is none, with the nearest name and all there are
   */
  public NoticeType get(String name) {
    NoticeType type = types.get(name);
    if (type == null) {
      throw new InvalidNoticeException(
          "type", Text.quoted(name) + " is unknown: " + Nearest.hint(name, types.keySet()));
    }
    return type;
  }

  /** The admins' types that go out beside a notice of that name. */
  public List<NoticeType> beside(String name) {
    return types.values().stream()
        .filter(type -> type.beside().filter(name::equals).isPresent())
        .toList();
  }

  /** All of them, in the order they were given. */
  public Collection<NoticeType> all() {
    return List.copyOf(types.values());
  }
}
