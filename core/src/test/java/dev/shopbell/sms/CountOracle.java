package dev.shopbell.sms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The definitions of the counts, written for being obviously right: alphabets as literals, all
 * borders tried, no table, no short cut. Nothing of the code under test is used but the capacity's
 * three numbers.
 */
final class CountOracle {
  private static final String ALPHABET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private final String text;
  private final SmsCapacity capacity;
  private final boolean gsm;
  private final List<Integer> clusters = new ArrayList<>();
  private final boolean[] border;
  private final int[] unitsBefore;

  CountOracle(String text, SmsCapacity gsm7, SmsCapacity ucs2) {
    this.text = text;
    this.gsm = text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    this.capacity = gsm ? gsm7 : ucs2;
    this.border = new boolean[text.length() + 1];
    this.unitsBefore = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      boolean two = gsm && EXTENSION.indexOf(text.charAt(i)) >= 0;
      unitsBefore[i + 1] = unitsBefore[i] + (two ? 2 : 1);
    }
    Matcher matcher = CLUSTER.matcher(text);
    while (matcher.find()) {
      clusters.add(matcher.start());
    }
    clusters.add(text.length());
    clusters.forEach(at -> border[at] = true);
  }

  boolean isGsm() {
    return gsm;
  }

  /** Levels of what so many segments can reach, until one reaches the end. */
  int strict() {
    if (units(0, text.length()) <= capacity.single()) {
      return text.isEmpty() ? 0 : 1;
    }
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int segments = 0; ; segments++) {
      if (reached[text.length()]) {
        return segments;
      }
      boolean[] next = new boolean[text.length() + 1];
      for (int from = 0; from <= text.length(); from++) {
        for (int to = from + 1; reached[from] && to <= text.length(); to++) {
          if (units(from, to) > room(segments)) {
            break;
          }
          next[to] |= !isInsidePair(to);
        }
      }
      reached = next;
    }
  }

  /** Character by character into the open segment; into a new one where it does not fit. */
  int graphemeSafe() {
    if (units(0, text.length()) <= capacity.single()) {
      return text.isEmpty() ? 0 : 1;
    }
    int segments = 1;
    int used = 0;
    for (int i = 0; i + 1 < clusters.size(); i++) {
      int units = units(clusters.get(i), clusters.get(i + 1));
      if (used > 0 && used + units > room(segments - 1)) {
        segments++;
        used = 0;
      }
      if (units <= room(segments - 1)) {
        used += units;
        continue;
      }
      for (int at = clusters.get(i); at < clusters.get(i + 1); ) {
        int next = isInsidePair(at + 1) ? at + 2 : at + 1;
        if (used + units(at, next) > room(segments - 1)) {
          segments++;
          used = 0;
        }
        used += units(at, next);
        at = next;
      }
    }
    return segments;
  }

  /** Every way to lay so many borders, the best by: characters not whole, cuts, full early. */
  List<String> split() {
    if (strict() <= 1) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    List<int[]> ways = new ArrayList<>();
    lay(new int[strict()], 0, ways);
    int[] best = ways.get(0);
    for (int[] way : ways) {
      if (isBetter(way, best)) {
        best = way;
      }
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int end : best) {
      parts.add(text.substring(from, end));
      from = end;
    }
    return parts;
  }

  private void lay(int[] ends, int done, List<int[]> ways) {
    int from = done == 0 ? 0 : ends[done - 1];
    if (done == ends.length) {
      if (from == text.length()) {
        ways.add(ends.clone());
      }
      return;
    }
    for (int to = from + 1; to <= text.length(); to++) {
      if (units(from, to) <= room(done) && !isInsidePair(to)) {
        ends[done] = to;
        lay(ends, done + 1, ways);
      }
    }
  }

  private boolean isBetter(int[] way, int[] best) {
    int notWhole = Integer.compare(notWhole(way), notWhole(best));
    int cuts = Integer.compare(cuts(way), cuts(best));
    int early = -Arrays.compare(way, best);
    return notWhole != 0 ? notWhole < 0 : cuts != 0 ? cuts < 0 : early < 0;
  }

  private int cuts(int[] ends) {
    return (int) Arrays.stream(ends).filter(end -> !border[end]).count();
  }

  private int notWhole(int[] ends) {
    int count = 0;
    int last = -1;
    for (int end : ends) {
      if (!border[end]) {
        int character = end;
        while (!border[character]) {
          character--;
        }
        count += character == last ? 0 : 1;
        last = character;
      }
    }
    return count;
  }

  private int room(int segment) {
    return segment == 0 ? capacity.first() : capacity.following();
  }

  private int units(int from, int to) {
    return unitsBefore[to] - unitsBefore[from];
  }

  private boolean isInsidePair(int at) {
    return !gsm
        && at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
