package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.Place;
import dev.shopbell.templates.engine.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Runs a program over data, once. Each operation costs a bounded time and is counted. */
final class Renderer {
  private static final Encoder[] ENCODERS = Encoder.values();

  private final Program program;
  private final int[] code;
  private final Limits limits;
  private final Sink out;
  private final Contexts contexts = new Contexts();
  private final Frames frames = new Frames();
  private int left;
  private String indent = "";
  private boolean atLineStart;
  private @Nullable Environment environment;
  private int given = Program.NONE;
  private int at;

  private Renderer(Program program, Limits limits, Sink out) {
    this.program = program;
    this.code = program.code;
    this.limits = limits;
    this.out = out;
    this.left = limits.operations();
  }

  static void render(Program program, Limits limits, @Nullable Object data, Sink out) {
    PlainCheck.check(program.name, data);
    Renderer renderer = new Renderer(program, limits, out);
    renderer.contexts.push(data);
    renderer.run();
  }

  /** There was more than the sink could take. */
  static TemplateException full(Program program, Limits limits) {
    return new TemplateException(
        Place.of(program.name),
        "the output is longer than %,d bytes: shorten it".formatted(limits.outputBytes()));
  }

  private void run() {
    int pc = program.entries[0];
    while (pc >= 0) {
      at = pc;
      spend(1);
      pc = step(pc);
    }
  }

  private int step(int pc) {
    return switch (code[pc]) {
      case Op.TEXT -> text(pc);
      case Op.VALUE -> value(pc);
      case Op.SECTION -> section(pc);
      case Op.NEXT -> next(pc);
      case Op.INVERTED -> isNothing(find(code[pc + 1])) ? pc + 4 : code[pc + 2];
      case Op.ARGUMENTS -> {
        given = code[pc + 1];
        yield pc + 2;
      }
      case Op.CALL -> call(code[pc + 1], code[pc + 2], code[pc + 3] == 1, pc + 5);
      case Op.DYNAMIC -> dynamic(pc);
      case Op.BLOCK -> block(pc);
      case Op.RETURN -> back();
      default -> throw program.failures[code[pc + 1]];
    };
  }

  private int text(int pc) {
    Text text = program.texts[code[pc + 1]];
    if (indent.isEmpty()) {
      out.text(text);
    } else {
      indented(text.string);
    }
    return pc + 2;
  }

  /** Writes a part of the template with the indentation before each of its lines. */
  private void indented(String text) {
    int from = 0;
    while (from < text.length()) {
      indentLine();
      int newline = text.indexOf('\n', from);
      int to = newline < 0 ? text.length() : newline + 1;
      Encoder.RAW.text(text.substring(from, to), out);
      atLineStart = newline >= 0;
      from = to;
    }
  }

  private void indentLine() {
    if (atLineStart) {
      atLineStart = false;
      out.ascii(indent);
    }
  }

  private int value(int pc) {
    indentLine();
    Object value = find(code[pc + 1]);
    Encoder encoder = ENCODERS[code[pc + 2]];
    if (value instanceof String text) {
      spend(text.length() >> 2);
      encoder.text(text, out);
    } else if (value instanceof Number number) {
      encoder.word(Numbers.text(number), out);
    } else if (value instanceof Boolean flag) {
      encoder.word(flag.toString(), out);
    } else if (value != null) {
      throw refused(
          (value instanceof Map ? "it is a map" : "it is a list")
              + ", not text: open it as a section, {{#name}}…{{/name}}");
    } else if (encoder == Encoder.JSON_VALUE) {
      encoder.word("null", out);
    }
    return pc + 4;
  }

  private int section(int pc) {
    Object value = find(code[pc + 1]);
    if (isNothing(value)) {
      return code[pc + 2];
    }
    int frame = frame();
    frames.next[frame] = pc + 4;
    frames.item[frame] = 0;
    List<?> items = value instanceof List<?> list ? indexed(list) : null;
    frames.items[frame] = items;
    contexts.push(items == null ? value : items.get(0));
    return pc + 4;
  }

  /** A list whose items can be had by their number at once. */
  private List<?> indexed(List<?> list) {
    if (list instanceof RandomAccess) {
      return list;
    }
    spend(list.size());
    return new ArrayList<>(list);
  }

  private int next(int pc) {
    int frame = frames.size - 1;
    List<?> items = frames.items[frame];
    int item = ++frames.item[frame];
    if (items != null && item < items.size()) {
      contexts.replace(items.get(item));
      return frames.next[frame];
    }
    frames.size = frame;
    contexts.pop();
    return pc + 1;
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null
        || value == Boolean.FALSE
        || (value instanceof String text && text.isEmpty())
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Boolean flag && !flag);
  }

  private int dynamic(int pc) {
    Object name = find(code[pc + 1]);
    Integer routine =
        name instanceof String || name instanceof Integer || name instanceof Long
            ? program.partials.get(code[pc + 2]).get(name.toString())
            : null;
    if (routine == null) {
      given = Program.NONE;
      return pc + 6;
    }
    return call(routine, code[pc + 3], code[pc + 4] == 1, pc + 6);
  }

  /** Goes to a partial: one with its own line takes the indentation, one within a line none. */
  private int call(int routine, int indentId, boolean alone, int back) {
    if (!alone) {
      indentLine();
    }
    int frame = caller(back);
    frames.atLineStart[frame] = alone;
    indent = alone ? joined(program.indents[indentId]) : "";
    atLineStart = alone;
    if (given != Program.NONE) {
      environment = new Environment(environment, given);
      given = Program.NONE;
    }
    return program.entries[routine];
  }

  private int block(int pc) {
    boolean alone = code[pc + 4] == 1;
    if (!alone) {
      indentLine();
    }
    Environment found = null;
    int routine = Program.NONE;
    for (Environment around = environment; around != null; around = around.outer()) {
      spend(1);
      int argument = program.argument(around.arguments(), code[pc + 1], code[pc + 2]);
      if (argument != Program.NONE) {
        found = around;
        routine = argument;
      }
    }
    if (found == null) {
      return pc + 7;
    }
    int frame = caller(code[pc + 5]);
    frames.atLineStart[frame] = alone;
    indent = joined(program.indents[code[pc + 3]]);
    atLineStart = alone;
    environment = found.outer();
    return program.entries[routine];
  }

  private int caller(int back) {
    int frame = frame();
    frames.next[frame] = back;
    frames.indent[frame] = indent;
    frames.environment[frame] = environment;
    return frame;
  }

  private int back() {
    if (frames.size == 0) {
      return -1;
    }
    int frame = --frames.size;
    indent = frames.indent[frame];
    atLineStart = frames.atLineStart[frame] && !indent.isEmpty();
    environment = frames.environment[frame];
    return frames.next[frame];
  }

  private String joined(String more) {
    if (indent.isEmpty() || more.isEmpty()) {
      return indent.isEmpty() ? more : indent;
    }
    spend((indent.length() + more.length()) >> 3);
    return indent + more;
  }

  private int frame() {
    if (frames.size == limits.depth()) {
      throw refused(
          "partials, blocks and sections are nested deeper than "
              + limits.depth()
              + ": does it hold itself without an end?");
    }
    return frames.push();
  }

  private @Nullable Object find(int path) {
    contexts.looks = 0;
    Object found = contexts.find(program.paths[path]);
    spend(contexts.looks);
    return found;
  }

  private void spend(int operations) {
    left -= operations;
    if (left < 0) {
      throw refused(
          "rendering takes more than %,d steps: repeat less".formatted(limits.operations()));
    }
  }

  private TemplateException refused(String problem) {
    return new TemplateException(place(), problem);
  }

  private Place place() {
    int operand =
        switch (code[at]) {
          case Op.VALUE, Op.SECTION, Op.INVERTED -> 3;
          case Op.CALL -> 4;
          case Op.DYNAMIC -> 5;
          case Op.BLOCK -> 6;
          default -> 0;
        };
    return operand == 0 ? Place.of(program.name) : program.places[code[at + operand]];
  }
}
