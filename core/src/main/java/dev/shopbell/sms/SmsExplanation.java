package dev.shopbell.sms;

import java.util.List;

/**
 * Why a text costs what it costs.
 *
 * @param encoding how it is written
 * @param segments when no pair is cut
 * @param unitsLeft what its last segment would still hold
 * @param forcedBy the characters that no septets can write, where others could: the first 20,000
 * @param pushed the borders that would have cut a pair, and lie before it
 * @param savings what would make it cheaper; text is never altered unasked
 * @param words all of this in sentences
 */
public record SmsExplanation(
    SmsEncoding encoding,
    int segments,
    int unitsLeft,
    List<SmsCharacter> forcedBy,
    List<Pushed> pushed,
    List<Saving> savings,
    String words) {

  public SmsExplanation {
    forcedBy = List.copyOf(forcedBy);
    pushed = List.copyOf(pushed);
    savings = List.copyOf(savings);
  }

  /**
   * A border that lies one unit early.
   *
   * @param segment which ends there, from 1
   * @param character the one that takes two units: an extension character or a supplementary one
   */
  public record Pushed(int segment, SmsCharacter character) {}

  /**
   * Replacements that make the message cheaper together, and of which none can be left out.
   *
   * @param segments what is charged then
   * @param saves how many fewer that are
   */
  public record Saving(int segments, int saves, List<Replacement> replacements) {
    public Saving {
      replacements = List.copyOf(replacements);
    }
  }

  /**
   * One character written otherwise, wherever it stands.
   *
   * @param first where it stands first
   * @param indexes where it stands
   * @param by what stands there then; empty when it is left out
   */
  public record Replacement(SmsCharacter first, List<Integer> indexes, String by) {
    public Replacement {
      indexes = List.copyOf(indexes);
    }
  }

  /** Its size alone: a message is personal. */
  @Override
  public String toString() {
    return "SmsExplanation[" + encoding.label() + ", " + segments + " segments]";
  }
}
