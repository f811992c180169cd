package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;

/** A program with its limits, ready to run. */
final class MustacheProgram implements CompiledTemplate {
  private final Program program;
  private final Limits limits;

  /**
   * Whether a rendering had characters beyond ISO 8859-1: the next one begins prepared for them.
   */
  private volatile boolean isWide;

  MustacheProgram(Program program, Limits limits) {
    this.program = program;
    this.limits = limits;
  }

  @Override
  public String render(Object data) {
    StringSink out = new StringSink(limits.outputBytes(), isWide);
    try {
      Renderer.render(program, limits, data, out);
      if (out.isWide() && !isWide) {
        isWide = true;
      }
      return out.string();
    } catch (Sink.Full e) {
      throw Renderer.full(program, limits);
    } finally {
      out.close();
    }
  }

  @Override
  public byte[] renderUtf8(Object data) {
    Utf8Sink out = new Utf8Sink(limits.outputBytes());
    try {
      Renderer.render(program, limits, data, out);
      return out.bytes();
    } catch (Sink.Full e) {
      throw Renderer.full(program, limits);
    } finally {
      out.close();
    }
  }
}
