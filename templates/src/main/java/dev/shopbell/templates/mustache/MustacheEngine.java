package dev.shopbell.templates.mustache;

import dev.shopbell.templates.engine.CompiledTemplate;
import dev.shopbell.templates.engine.Limits;
import dev.shopbell.templates.engine.TemplateEngine;
import dev.shopbell.templates.engine.TemplateSource;
import java.util.Objects;

/**
 * The engine for templates that anybody may write. The whole Mustache specification with
 * inheritance and dynamic names, but lambdas; names lead through maps and nowhere else, partials
 * come from the source alone, and every rendering ends within its limits.
 *
 * <p>Within HTML each value is encoded for its place: text, attribute, address, style, JSON.
 */
public final class MustacheEngine implements TemplateEngine {
  private final Limits limits;

  /** An engine with these limits. */
  public MustacheEngine(Limits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  @Override
  public CompiledTemplate compile(TemplateSource source) {
    return new MustacheProgram(Compiler.compile(source, limits), limits);
  }
}
