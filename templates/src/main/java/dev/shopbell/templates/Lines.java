package dev.shopbell.templates;

/** Texts as fields hold them. */
final class Lines {
  private Lines() {}

  /** At most so many characters, the last of them an ellipsis where some are left out. */
  static String cut(String line, int longest) {
    if (line.length() <= longest) {
      return line;
    }
    int end = longest - 1;
    boolean splits = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, splits ? end - 1 : end) + "…";
  }

  /** Without the gaps that left-out parts leave. */
  static String withoutGaps(String text) {
    return text.strip().replaceAll("\n{3,}", "\n\n") + "\n";
  }
}
