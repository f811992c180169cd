package dev.shopbell.sms;

/**
 * How many units a segment holds.
 *
 * @param single of a message that fits alone
 * @param first of the first of several
 * @param following of each one after that
 */
public record SmsCapacity(int single, int first, int following) {
  /** A pair of units must fit, or a long message would never end. */
  private static final int LEAST = 2;

  public SmsCapacity {
    if (first < LEAST || following < LEAST || first > single) {
      throw new IllegalArgumentException(
          "capacity %d/%d/%d cannot be: a segment holds at least %d units, and the first of several at most as many as a single one"
              .formatted(single, first, following, LEAST));
    }
  }

  /** Of the segment with that number, from 0, in a message of several. */
  int of(int segment) {
    return segment == 0 ? first : following;
  }

  /** The segments of that many units, when any unit may begin one. */
  int segments(int units) {
    if (units <= single) {
      return Math.min(units, 1);
    }
    return 1 + (units - first + following - 1) / following;
  }

  /** The units of that many segments, when any unit may begin one. */
  int total(int segments) {
    return segments == 1 ? single : first + (segments - 1) * following;
  }

  SmsCapacity less(int fromSingle, int fromSeveral) {
    return new SmsCapacity(single - fromSingle, first - fromSeveral, following - fromSeveral);
  }

  @Override
  public String toString() {
    return single + "/" + first + "/" + following;
  }
}
