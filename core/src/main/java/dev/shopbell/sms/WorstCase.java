package dev.shopbell.sms;

import dev.shopbell.sms.SmsVariable.Characters;
import java.util.List;

/**
 * The dearest text of a template: the longest values, with a pair wherever a border can push it.
 */
final class WorstCase {
  /**
   * Literal text, or a value that is known by its length.
   *
   * @param text literal, or as many of the cheapest character as the value is long
   * @param characters what a value may hold; {@code BASIC} also for literal text
   */
  record Piece(String text, Characters characters, boolean isLiteral) {
    static Piece literal(String text) {
      return new Piece(text, Characters.BASIC, true);
    }

    static Piece of(Characters characters, int length) {
      return new Piece("a".repeat(length), characters, false);
    }
  }

  private final SmsProfile profile;
  private final Coding coding;
  private final List<Piece> pieces;
  private int segments = 1;
  private int used;
  private int total;

  /** National tables only make messages cheaper, and are left out. */
  WorstCase(SmsProfile profile, List<Piece> pieces) {
    this.profile = profile.toBuilder().shift(SmsShift.NONE, List.of()).build();
    Codings codings = Codings.of(this.profile);
    StringBuilder literal = new StringBuilder();
    pieces.stream().filter(Piece::isLiteral).forEach(piece -> literal.append(piece.text()));
    boolean anything =
        pieces.stream()
            .anyMatch(piece -> piece.characters() == Characters.ANY && !piece.text().isEmpty());
    this.coding = codings.choose(anything ? literal + "\uFFFD" : literal.toString());
    this.pieces = pieces;
  }

  int segments() {
    for (Piece piece : pieces) {
      if (piece.isLiteral()) {
        literal(piece.text());
      } else if (coding.isGsm()) {
        boolean pairs = piece.characters() == Characters.GSM && !profile.extension().isEmpty();
        piece.text().chars().forEach(c -> add(pairs ? 2 : 1));
      } else {
        units(piece.text().length(), piece.characters() == Characters.ANY);
      }
    }
    boolean divided = profile.billing() == SmsBilling.UNITS;
    return divided || total <= coding.capacity().single()
        ? coding.capacity().segments(total)
        : segments;
  }

  private void literal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (coding.isGsm()) {
        add(coding.width(text.charAt(i)));
      } else if (Coding.isInsidePair(text, i + 1)) {
        add(2);
        i++;
      } else {
        add(1);
      }
    }
  }

  /** One by one, but for a pair where only one unit is left. */
  private void units(int length, boolean pairs) {
    int left = length;
    while (left > 0) {
      boolean pushed = pairs && left >= 2 && used == coding.capacity().of(segments - 1) - 1;
      add(pushed ? 2 : 1);
      left -= pushed ? 2 : 1;
    }
  }

  private void add(int width) {
    if (used + width > coding.capacity().of(segments - 1)) {
      segments++;
      used = 0;
    }
    used += width;
    total += width;
  }
}
