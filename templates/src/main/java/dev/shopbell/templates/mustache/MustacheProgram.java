package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;

/** A program with its limits, ready to run. */
record MustacheProgram(Program program, Limits limits) implements CompiledTemplate {
  @Override
  public String render(Object data) {
    StringSink out = new StringSink(limits.outputBytes());
    try {
      Renderer.render(program, limits, data, out);
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
