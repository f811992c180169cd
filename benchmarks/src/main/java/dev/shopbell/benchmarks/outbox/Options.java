package dev.shopbell.benchmarks.outbox;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What is measured.
 *
 * @param place the database's URL, user and password; empty for a SQLite file
 * @param million whether a million is queued, too
 * @param peers whether the peers run, where the database is one of theirs
 * @param keep whether the tables stay
 * @param queued how many are queued by the store that floods
 */
public record Options(
    List<String> place, boolean million, boolean peers, boolean keep, int queued) {
  private static final String QUEUED = "--queued=";
  private static final Set<String> FLAGS = Set.of("--million", "--no-peers", "--keep");

  /** Reads {@code [URL USER [PASSWORD]] [--million] [--no-peers] [--keep] [--queued=N]}. */
  public static Options of(String... args) {
    List<String> given = Arrays.asList(args);
    List<String> place = given.stream().filter(arg -> !arg.startsWith("--")).toList();
    given.stream().filter(arg -> arg.startsWith("--")).forEach(Options::check);
    int queued =
        given.stream()
            .filter(arg -> arg.startsWith(QUEUED))
            .mapToInt(arg -> Integer.parseInt(arg.substring(QUEUED.length())))
            .findFirst()
            .orElse(1_000_000);
    return new Options(
        place,
        given.contains("--million"),
        !given.contains("--no-peers"),
        given.contains("--keep"),
        queued);
  }

  private static void check(String arg) {
    if (!FLAGS.contains(arg) && !arg.startsWith(QUEUED)) {
      throw new IllegalArgumentException(
          arg + " is unknown: give --million, --no-peers, --keep or --queued=N");
    }
  }

  boolean sqlite() {
    return place.isEmpty();
  }

  boolean postgres() {
    return !sqlite() && place.get(0).startsWith("jdbc:postgresql:");
  }
}
