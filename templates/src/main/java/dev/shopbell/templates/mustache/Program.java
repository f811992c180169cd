package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import java.util.List;
import java.util.Map;

/** A template as a flat list of operations, with what they refer to. Immutable once made. */
final class Program {
  static final int NONE = -1;

  final String name;

  /** Operations and their operands; the first routine is the template. */
  final int[] code;

  /** Where each routine begins. */
  final int[] entries;

  final Text[] texts;

  /** Names, split at their dots; empty for the item itself. */
  final String[][] paths;

  final String[] indents;

  /** For each use of a parent, its blocks: by name, for each HTML place, the routine. */
  final List<Map<Integer, int[]>> arguments;

  /** For each HTML place, the routine of each partial by name. */
  final List<Map<String, Integer>> partials;

  final Place[] places;
  final TemplateException[] failures;

  Program(
      String name,
      int[] code,
      int[] entries,
      Text[] texts,
      String[][] paths,
      String[] indents,
      List<Map<Integer, int[]>> arguments,
      List<Map<String, Integer>> partials,
      Place[] places,
      TemplateException[] failures) {
    this.name = name;
    this.code = code;
    this.entries = entries;
    this.texts = texts;
    this.paths = paths;
    this.indents = indents;
    this.arguments = arguments;
    this.partials = partials;
    this.places = places;
    this.failures = failures;
  }

  /** The routine that a use of a parent gives for a block; {@link #NONE} when it gives none. */
  int argument(int use, int name, int place) {
    int[] byPlace = arguments.get(use).get(name);
    return byPlace == null ? NONE : byPlace[place];
  }
}
