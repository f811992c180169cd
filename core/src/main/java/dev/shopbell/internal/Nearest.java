package dev.shopbell.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a mistyped one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /** A sentence for an error: a suggestion where one name is near, and the names there are. */
  public static String hint(String name, Collection<String> known) {
    String names =
        known.isEmpty() ? "there are none" : String.join(", ", known.stream().sorted().toList());
    return to(name, known)
        .map(near -> "did you mean \"" + near + "\"? Known: " + names)
        .orElse("known: " + names);
  }

  private static Optional<String> to(String name, Collection<String> known) {
    String shown = name.length() > 64 ? name.substring(0, 64) : name;
    return known.stream()
        .filter(candidate -> distance(shown, candidate) <= allowed(candidate))
        .min(Comparator.comparingInt(candidate -> distance(shown, candidate)));
  }

  private static int allowed(String candidate) {
    return candidate.length() < 4 ? 1 : Math.max(2, candidate.length() / 3);
  }

  /** Levenshtein's distance, where letters in another order count once. */
  public static int distance(String a, String b) {
    if (!a.equals(b) && Arrays.equals(a.chars().sorted().toArray(), b.chars().sorted().toArray())) {
      return 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
