package dev.shopbell.template;

import dev.shopbell.internal.Text;

/**
 * One version of one template. A notice is rendered with the version it was sent with, however long
 * it waits.
 *
 * @param name one line of 1 to 100 characters
 * @param version one line of 1 to 64 characters; other words are another version
 */
public record TemplateId(String name, String version) {
  public TemplateId {
    Text.line("template name", name, 100);
    Text.line("template version", version, 64);
  }

  @Override
  public String toString() {
    return name + "@" + version;
  }
}
