package dev.shopbell.templates.mustache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which blocks the uses of parents give, and in which HTML places those blocks are asked for. An
 * argument is compiled for every place that a block of its name has anywhere.
 */
final class Arguments {
  /** A block that a use of a parent gives: where it stands. */
  private record Given(int use, int name, String partial, int from, int to) {}

  /** The routine of an argument for one place. */
  private record Found(int use, int name, int place, int routine) {}

  private final Ids<String> names = new Ids<>();
  private final Map<Integer, List<Given>> given = new HashMap<>();
  private final Map<Integer, Set<Integer>> asked = new HashMap<>();
  private final List<Found> found = new ArrayList<>();
  private int uses;

  int name(String block) {
    return names.of(block);
  }

  /** A new use of a parent. */
  int use() {
    return uses++;
  }

  /** Takes what a use of a parent gives for a block; where it stands in its script. */
  void give(int use, String block, String partial, int from, int to, Compiler compiler) {
    int name = name(block);
    Given argument = new Given(use, name, partial, from, to);
    given.computeIfAbsent(name, id -> new ArrayList<>()).add(argument);
    for (int place : List.copyOf(asked.getOrDefault(name, Set.of()))) {
      compile(argument, place, compiler);
    }
  }

  /** Says that a block of that name has been seen in a place. */
  void ask(int name, int place, Compiler compiler) {
    if (asked.computeIfAbsent(name, id -> new TreeSet<>()).add(place)) {
      for (Given argument : List.copyOf(given.getOrDefault(name, List.of()))) {
        compile(argument, place, compiler);
      }
    }
  }

  private void compile(Given argument, int place, Compiler compiler) {
    int routine = compiler.optional(argument.partial(), argument.from(), argument.to(), place);
    found.add(new Found(argument.use(), argument.name(), place, routine));
  }

  /** How many routines the uses of parents give. */
  int size() {
    return found.size();
  }

  /** By use, name and place, the routine. */
  List<Map<Integer, int[]>> table(int places) {
    List<Map<Integer, int[]>> table = new ArrayList<>();
    for (int use = 0; use < uses; use++) {
      table.add(new HashMap<>());
    }
    for (Found entry : found) {
      table.get(entry.use()).computeIfAbsent(entry.name(), name -> none(places))[entry.place()] =
          entry.routine();
    }
    return table;
  }

  private static int[] none(int places) {
    int[] routines = new int[places];
    Arrays.fill(routines, Program.NONE);
    return routines;
  }
}
