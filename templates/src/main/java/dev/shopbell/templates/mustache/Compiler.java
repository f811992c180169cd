package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import dev.shopbell.templates.engine.TemplateSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a program of scripts. Each partial, and each argument of a parent, is compiled once for
 * every HTML place that it is used in; what waits to be compiled stands in a list.
 */
final class Compiler {
  private static final int WORDS_PER_TAG = 25;
  private static final int FEW = 100;

  private final TemplateSource source;
  private final int most;
  private final Library library;
  private final Code code = new Code();
  private final Ids<Routine> routines = new Ids<>();
  private final Ids<String> texts = new Ids<>();
  private final Ids<String> names = new Ids<>();
  private final Ids<String> indents = new Ids<>();
  private final Ids<HtmlPlace> htmlPlaces = new Ids<>();
  private final List<Place> places = new ArrayList<>();
  private final Arguments arguments = new Arguments();
  private final Set<Integer> required = new HashSet<>();
  private final Map<Integer, TemplateException> failures = new HashMap<>();
  private final List<TemplateException> refusals = new ArrayList<>();
  private final Map<Integer, Map<String, Integer>> dynamic = new HashMap<>();
  private final List<Integer> entries = new ArrayList<>();

  private Compiler(TemplateSource source, Limits limits) {
    this.source = source;
    this.most = Math.min(limits.tags(), 1_000_000);
    this.library = new Library(source, limits);
  }

  static Program compile(TemplateSource source, Limits limits) {
    return new Compiler(source, limits).run();
  }

  private Program run() {
    required(Library.MAIN, HtmlPlace.of(Spot.of(source.medium())));
    for (int routine = 0; routine < routines.size(); routine++) {
      entries.add(code.size());
      emit(routine, routines.get(routine));
      if (code.size() > (long) WORDS_PER_TAG * (most + FEW)
          || routines.size() + arguments.size() > most + FEW) {
        throw new TemplateException(
            Place.of(source.name()), "it is too large once its partials are in place: shorten it");
      }
    }
    List<Map<String, Integer>> partials = new ArrayList<>();
    for (int place = 0; place < htmlPlaces.size(); place++) {
      partials.add(dynamic.getOrDefault(place, Map.of()));
    }
    return new Program(
        source.name(),
        code.words(),
        entries.stream().mapToInt(Integer::intValue).toArray(),
        texts.all().stream().map(Text::new).toArray(Text[]::new),
        names.all().stream().map(Compiler::path).toArray(String[][]::new),
        indents.all().toArray(String[]::new),
        arguments.table(htmlPlaces.size()),
        partials,
        places.toArray(Place[]::new),
        refusals.toArray(TemplateException[]::new));
  }

  private static String[] path(String name) {
    return name.equals(".") ? new String[0] : name.split("\\.", -1);
  }

  private void emit(int id, Routine routine) {
    int start = code.size();
    try {
      new Emitter(this, routine).run();
    } catch (TemplateException e) {
      if (required.contains(id)) {
        throw e;
      }
      code.cut(start);
      failures.put(id, e);
      code.add(Op.REFUSE, refusals.size());
      refusals.add(e);
    }
  }

  /** The routine of a whole script in a place; that it cannot be compiled there is an error. */
  int required(String partial, HtmlPlace place) {
    int id = whole(partial, place);
    required.add(id);
    TemplateException failure = failures.get(id);
    if (failure != null) {
      throw failure;
    }
    return id;
  }

  private int whole(String partial, HtmlPlace place) {
    return routines.of(new Routine(partial, 0, library.script(partial).nodes().size(), place));
  }

  /** The routine of a part of a script in a place; that it cannot be is an error if it is run. */
  int optional(String partial, int from, int to, int place) {
    return routines.of(new Routine(partial, from, to, htmlPlaces.get(place)));
  }

  /** Makes every partial ready to be named by the data in a place. */
  int dynamic(HtmlPlace place) {
    int id = htmlPlaces.of(place);
    if (!dynamic.containsKey(id)) {
      Map<String, Integer> byName = new HashMap<>();
      dynamic.put(id, byName);
      library.partials().forEach(name -> byName.put(name, whole(name, place)));
    }
    return id;
  }

  int block(String name, HtmlPlace place) {
    int id = htmlPlaces.of(place);
    arguments.ask(arguments.name(name), id, this);
    return id;
  }

  int place(Tag tag) {
    places.add(tag.place());
    return places.size() - 1;
  }

  TemplateSource source() {
    return source;
  }

  Library library() {
    return library;
  }

  Code code() {
    return code;
  }

  Arguments arguments() {
    return arguments;
  }

  int text(String text) {
    return texts.of(text);
  }

  int name(String name) {
    return names.of(name);
  }

  int indent(String indent) {
    return indents.of(indent);
  }
}
