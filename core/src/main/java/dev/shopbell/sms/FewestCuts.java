package dev.shopbell.sms;

/**
 * The borders that leave the most user-perceived characters whole in a given number of segments; of
 * several, those with the fewest cuts; of several, those whose first segments are the fullest.
 * Dynamic programming from the last segment to the first, over the places where each border can
 * lie.
 */
final class FewestCuts {
  /** Weighs one more character that is not whole against more cuts than there can be borders. */
  private static final int NOT_WHOLE = SmsProfile.MOST_SEGMENTS + 1;

  private static final int IMPOSSIBLE = Integer.MAX_VALUE / 2;

  private final Coding coding;
  private final String text;
  private final int segments;
  private final int[] earliest;
  private final int[] latest;
  private final int[] characterStart;
  private final int[][] cost;

  FewestCuts(Coding coding, String text, int segments) {
    this.coding = coding;
    this.text = text;
    this.segments = segments;
    this.earliest = new int[segments + 1];
    this.latest = new int[segments + 1];
    this.characterStart = new int[text.length()];
    this.cost = new int[segments + 1][];
  }

  Borders borders() {
    findRanges();
    Clusters clusters = new Clusters(text);
    for (int i = 1; i < characterStart.length; i++) {
      characterStart[i] = clusters.start(i);
    }
    cost[segments] = new int[1];
    for (int border = segments - 1; border >= 0; border--) {
      cost[border] = new int[latest[border] - earliest[border] + 1];
      for (int at = earliest[border]; at <= latest[border]; at++) {
        cost[border][at - earliest[border]] = costFrom(border, at);
      }
    }
    int[] ends = new int[segments];
    for (int border = 0; border < segments; border++) {
      ends[border] = next(border, border == 0 ? 0 : ends[border - 1]);
    }
    return new Borders(ends, segments, cost[0][0] > 0);
  }

  /** Between the earliest border, which leaves the rest just enough room, and the strict one. */
  private void findRanges() {
    latest[segments] = text.length();
    earliest[segments] = text.length();
    for (int i = 1; i < segments; i++) {
      latest[i] = coding.end(text, latest[i - 1], coding.capacity().of(i - 1));
    }
    for (int i = segments - 1; i > 0; i--) {
      earliest[i] = coding.start(text, earliest[i + 1], coding.capacity().of(i));
    }
  }

  private int costFrom(int border, int at) {
    if (Coding.isInsidePair(text, at)) {
      return IMPOSSIBLE;
    }
    int least = IMPOSSIBLE;
    for (int end = furthest(border, at); end >= first(border, at); end--) {
      least = Math.min(least, costThrough(border, at, end));
    }
    return least;
  }

  /** The furthest of the best next borders. */
  private int next(int border, int at) {
    int least = cost[border][at - earliest[border]];
    int end = furthest(border, at);
    while (costThrough(border, at, end) > least) {
      end--;
    }
    return end;
  }

  private int costThrough(int border, int at, int end) {
    return costOf(at, end) + cost[border + 1][end - earliest[border + 1]];
  }

  /** What a border costs by itself, after the one before it. */
  private int costOf(int before, int border) {
    if (border == text.length() || characterStart[border] == border) {
      return 0;
    }
    return before > characterStart[border] ? 1 : 1 + NOT_WHOLE;
  }

  private int first(int border, int at) {
    return Math.max(at + 1, earliest[border + 1]);
  }

  private int furthest(int border, int at) {
    return Math.min(latest[border + 1], coding.end(text, at, coding.capacity().of(border)));
  }
}
