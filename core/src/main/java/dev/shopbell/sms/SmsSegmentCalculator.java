package dev.shopbell.sms;

import java.util.Objects;

/**
 * Counts and splits text messages as a profile says. Three counts, each by its own name, of the
 * text as it goes out: with its signature and opt-out. Immutable and safe for all threads. Any
 * UTF-16 sequence can be counted: a lone surrogate is one UCS-2 unit; NUL and ESC are not in the
 * GSM alphabet; an empty text has no segments.
 */
public final class SmsSegmentCalculator {
  private final SmsProfile profile;
  private final Codings codings;

  private SmsSegmentCalculator(SmsProfile profile) {
    this.profile = profile;
    this.codings = Codings.of(profile);
  }

  /** A calculator; keep it, since it holds tables. */
  public static SmsSegmentCalculator of(SmsProfile profile) {
    return new SmsSegmentCalculator(Objects.requireNonNull(profile, "profile"));
  }

  public SmsProfile profile() {
    return profile;
  }

  /** The segments that the provider charges. Allocates nothing. */
  public int billed(String text) {
    Objects.requireNonNull(text, "text");
    if (profile.billing() == SmsBilling.SEGMENTS) {
      return codings.segments(text);
    }
    Coding coding = codings.choose(text);
    return coding.capacity().segments(coding.units(text, 0, text.length()));
  }

  /**
   * The fewest segments in which no escape pair and no surrogate pair is cut (TS 23.040). Allocates
   * nothing.
   */
  public int strict(String text) {
    return codings.segments(Objects.requireNonNull(text, "text"));
  }

  /**
   * The segments when no user-perceived character is cut either ({@code \X} of {@link
   * java.util.regex.Pattern}); one that is longer than a segment is cut as {@link #strict} does.
   */
  public int graphemeSafe(String text) {
    return Borders.graphemeSafe(coding(text), text).segments();
  }

  /** Septets, or UCS-2 when a character needs it. Allocates nothing. */
  public SmsEncoding encoding(String text) {
    return coding(text).encoding();
  }

  /** All counts at once, with the units of each strict segment. */
  public SmsCount count(String text) {
    Coding coding = coding(text);
    int[] units = Borders.strict(coding, text).units(coding, text);
    return new SmsCount(
        coding.encoding(), units, billed(text), graphemeSafe(text), overLimit(text));
  }

  /** True when the provider takes no message of that many characters, or segments. */
  public boolean overLimit(String text) {
    return text.length() > profile.maxCharacters().orElse(Integer.MAX_VALUE)
        || strict(text) > profile.maxSegments();
  }

  /**
   * The parts that go out: as few as {@link #strict} counts, with as many user-perceived characters
   * whole as that allows. Joined, they are the text; an empty text has none.
   *
   * @throws IllegalArgumentException when there are more parts than the profile or the header
   *     allows, with how many there are
   */
  public SmsSegments split(String text) {
    Coding coding = coding(text);
    if (coding.mayNeedMore(text.length(), profile.maxSegments())
        && strict(text) > profile.maxSegments()) {
      throw new IllegalArgumentException(
          "text has %,d characters, which are %,d segments: at most %d can be sent as one message, so shorten it or send several"
              .formatted(text.length(), strict(text), profile.maxSegments()));
    }
    int units = coding.units(text, 0, text.length());
    Borders borders = Borders.kept(coding, text, units);
    return borders.segments() == 1
        ? SmsSegments.of(profile, coding, new SmsPart(text, units))
        : SmsSegments.of(profile, coding, text, borders);
  }

  /** Why a text costs what it costs, and what would make it cheaper. */
  public SmsExplanation explain(String text) {
    return new Explainer(this, codings, Objects.requireNonNull(text, "text")).explain();
  }

  Coding coding(String text) {
    return codings.choose(Objects.requireNonNull(text, "text"));
  }
}
