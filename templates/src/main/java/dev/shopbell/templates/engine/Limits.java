package dev.shopbell.templates.engine;

/**
 * What a template may use up before it is refused, so that none can hang or fill its host.
 *
 * @param sourceCharacters of the template and its partials together
 * @param tags of the template and its partials together
 * @param depth of sections within sections, and of partials, blocks and sections while rendering
 * @param operations of one rendering: tags run, names looked up, items walked through
 * @param outputBytes of one rendering, in UTF-8
 */
public record Limits(int sourceCharacters, int tags, int depth, int operations, int outputBytes) {
  /** For what a merchant writes: a quarter of a megabyte, and a few hundredths of a second. */
  public static final Limits MERCHANT = new Limits(262_144, 20_000, 100, 1_000_000, 262_144);

  /** For what a platform writes itself: generous, and still bounded. */
  public static final Limits PLATFORM = new Limits(4_194_304, 200_000, 400, 50_000_000, 16_777_216);

  public Limits {
    if (Math.min(Math.min(sourceCharacters, tags), Math.min(depth, operations)) < 1
        || outputBytes < 1
        || depth > 1_000) {
      throw new IllegalArgumentException(
          "limits are above 0, and depth is at most 1,000: give others");
    }
  }
}
