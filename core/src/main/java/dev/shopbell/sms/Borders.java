package dev.shopbell.sms;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
    return lay(coding, text, null);
  }

  /** The longest segments that cut no user-perceived character unless it is longer than one. */
  static Borders graphemeSafe(Coding coding, String text) {
    return lay(coding, text, new Clusters(text));
  }

  /** The most user-perceived characters whole in so many segments. */
  static Borders kept(Coding coding, String text, int segments) {
    Borders safe = graphemeSafe(coding, text);
    if (safe.segments == segments && !safe.cuts) {
      return safe;
    }
    return new FewestCuts(coding, text, segments).borders();
  }

  private static Borders lay(Coding coding, String text, @Nullable Clusters clusters) {
    if (coding.segments(text) <= 1) {
      return new Borders(new int[] {text.length()}, Math.min(text.length(), 1), false);
    }
    int[] ends = new int[USUAL];
    int segments = 0;
    boolean cuts = false;
    for (int from = 0; from < text.length(); segments++) {
      int end = coding.end(text, from, coding.capacity().of(segments));
      if (clusters != null && end < text.length()) {
        int whole = clusters.start(end);
        cuts |= whole <= from;
        end = whole > from ? whole : end;
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

  /** The units of each segment. */
  int[] units(Coding coding, String text) {
    int[] units = new int[segments];
    for (int i = 0; i < segments; i++) {
      units[i] = coding.units(text, i == 0 ? 0 : ends[i - 1], ends[i]);
    }
    return units;
  }
}
