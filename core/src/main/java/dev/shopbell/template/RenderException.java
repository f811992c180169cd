package dev.shopbell.template;

/** A template that could not be rendered. It names the template and the place, never a value. */
public final class RenderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which template failed, and why. */
  public RenderException(TemplateId template, String problem) {
    super("template " + template + " cannot be rendered: " + problem);
  }
}
