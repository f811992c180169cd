package dev.shopbell.templates.engine;

import java.util.Objects;

/**
 * A place in a template.
 *
 * @param template its name, or that of the partial
 * @param line from 1; 0 for the template as a whole
 * @param column from 1, in UTF-16 units; 0 for the template as a whole
 * @param tag as it was written, shortened; empty where there is none
 */
public record Place(String template, int line, int column, String tag) {
  private static final int SHOWN = 60;

  public Place {
    Objects.requireNonNull(template, "template");
    tag = shown(tag);
  }

  /** The template as a whole. */
  public static Place of(String template) {
    return new Place(template, 0, 0, "");
  }

  private static String shown(String tag) {
    int end = Math.min(tag.length(), SHOWN);
    StringBuilder shown = new StringBuilder(end + 1);
    for (int i = 0; i < end; i++) {
      char c = tag.charAt(i);
      boolean isShown = !Character.isISOControl(c) && !Character.isSurrogate(c);
      shown.append(isShown && Character.getType(c) != Character.FORMAT ? c : ' ');
    }
    return end < tag.length() ? shown.append('…').toString() : shown.toString();
  }

  @Override
  public String toString() {
    return "template "
        + template
        + (line > 0 ? ", line " + line + ", column " + column : "")
        + (tag.isEmpty() ? "" : ", at " + tag);
  }
}
