package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;

/** A program ready to run, which remembers how much room its last renderings took. */
final class MustacheProgram implements CompiledTemplate {
  private static final int FIRST = 1_024;

  private final Program program;
  private final Limits limits;

  /** Guesses only: that another thread writes them meanwhile costs a copy, no more. */
  private volatile int bytes = FIRST;

  private volatile int characters = FIRST;
  private volatile boolean wide;

  MustacheProgram(Program program, Limits limits) {
    this.program = program;
    this.limits = limits;
  }

  @Override
  public String render(Object data) {
    StringSink out = new StringSink(characters, wide, limits.outputBytes());
    Renderer.render(program, limits, data, out);
    characters = room(characters, out.size());
    wide = out.isWide();
    return out.string();
  }

  @Override
  public byte[] renderUtf8(Object data) {
    Utf8Sink out = new Utf8Sink(bytes, limits.outputBytes());
    Renderer.render(program, limits, data, out);
    bytes = room(bytes, out.size());
    return out.bytes();
  }

  /** What the next is given: a little more than this took, and no more than twice that. */
  private static int room(int before, int size) {
    int wanted = size + (size >> 5) + 16;
    return before >= wanted && before <= 2 * wanted ? before : wanted;
  }
}
