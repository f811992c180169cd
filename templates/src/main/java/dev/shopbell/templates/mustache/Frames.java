package dev.shopbell.templates.mustache;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rendering goes back to: sections whose items go on, and callers. Grows as needed. */
final class Frames {
  private static final int FEW = 12;

  /** A section's first operation, or a caller's next. */
  int[] next = new int[FEW];

  /** A section's present item. */
  int[] item = new int[FEW];

  /** A section's items; null for one that is no list. */
  @Nullable List<?>[] items = lists(FEW);

  /** A caller's indentation. */
  String[] indent = new String[FEW];

  /** Whether the caller is at the beginning of a line. */
  boolean[] atLineStart = new boolean[FEW];

  /** A caller's arguments. */
  @Nullable Environment[] environment = new Environment[FEW];

  int size;

  /** A new frame; its index. */
  int push() {
    if (size == next.length) {
      int larger = size * 2;
      next = Arrays.copyOf(next, larger);
      item = Arrays.copyOf(item, larger);
      items = Arrays.copyOf(items, larger);
      indent = Arrays.copyOf(indent, larger);
      atLineStart = Arrays.copyOf(atLineStart, larger);
      environment = Arrays.copyOf(environment, larger);
    }
    return size++;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<?>[] lists(int size) {
    return new List[size];
  }
}
