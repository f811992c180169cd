package dev.shopbell.sms;

import java.util.Arrays;

/** Where the segments of a text end: the last of them at its end. */
final class Borders {
  private static final int USUAL = 8;

  private final int[] ends;
  private final int segments;
  private final boolean cuts;

  /**
   * @param ends at least as many as there are segments
   * @param cuts whether one of them lies inside a user-perceived character
   */
  Borders(int[] ends, int segments, boolean cuts) {
    this.ends = ends;
    this.segments = segments;
    this.cuts = cuts;
  }

  /** The longest segments that cut no pair. */
  static Borders strict(Coding coding, String text) {
    return lay(coding, text, coding.units(text, 0, text.length()), false);
  }

  /** The longest segments that cut no user-perceived character unless it is longer than one. */
  static Borders graphemeSafe(Coding coding, String text) {
    return lay(coding, text, coding.units(text, 0, text.length()), true);
  }

  /**
   * The most user-perceived characters whole in the fewest segments. Those of {@link #graphemeSafe}
   * are the fewest where even units that may be parted anywhere would need as many.
   */
  static Borders kept(Coding coding, String text, int units) {
    Borders safe = lay(coding, text, units, true);
    if (safe.cuts || safe.segments > coding.capacity().segments(units)) {
      int fewest = coding.segments(text);
      if (safe.cuts || safe.segments > fewest) {
        return new FewestCuts(coding, text, fewest).borders();
      }
    }
    return safe;
  }

  private static Borders lay(Coding coding, String text, int units, boolean whole) {
    if (units <= coding.capacity().single()) {
      return new Borders(new int[] {text.length()}, Math.min(text.length(), 1), false);
    }
    Clusters clusters = new Clusters(text);
    int[] ends = new int[USUAL];
    int segments = 0;
    boolean cuts = false;
    for (int from = 0; from < text.length(); segments++) {
      int end = coding.end(text, from, coding.capacity().of(segments));
      if (whole && end < text.length()) {
        int start = clusters.start(end);
        cuts |= start <= from;
        end = start > from ? start : end;
      }
      if (segments == ends.length) {
        ends = Arrays.copyOf(ends, segments * 2);
      }
      ends[segments] = end;
      from = end;
    }
    return new Borders(ends, segments, cuts);
  }

  int segments() {
    return segments;
  }

  /** Where the segment of that number, from 0, ends. */
  int end(int segment) {
    return ends[segment];
  }

  /** True when all segments end where the others do. */
  boolean isAt(Borders other) {
    return Arrays.equals(ends, 0, segments, other.ends, 0, other.segments);
  }

  /** The units of each segment. */
  int[] units(Coding coding, String text) {
    int[] units = new int[segments];
    for (int i = 0; i < segments; i++) {
      units[i] = coding.units(text, i == 0 ? 0 : ends[i - 1], ends[i]);
    }
    return units;
  }
}
