package dev.shopbell.templates.engine;

/**
 * A template that is ready to run. Immutable, and used by many threads; the same data gives the
 * same text.
 */
public interface CompiledTemplate {
  /**
   * The text for some data: a tree of Map, List, String, number and boolean, which must not change
   * meanwhile and is not changed.
   *
   * @throws TemplateException when a limit is reached or the data does not fit; never with a value
   */
  String render(Object data);

  /** The same text in UTF-8, which costs less than encoding it afterwards. */
  byte[] renderUtf8(Object data);
}
