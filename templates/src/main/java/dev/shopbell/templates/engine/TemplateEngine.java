package dev.shopbell.templates.engine;

/** Makes a program of a template's source. Used by many threads. */
@FunctionalInterface
public interface TemplateEngine {
  /**
   * Compiles a template with its partials.
   *
   * @throws TemplateException when the source is none, naming template, line, column and tag
   */
  CompiledTemplate compile(TemplateSource source);
}
