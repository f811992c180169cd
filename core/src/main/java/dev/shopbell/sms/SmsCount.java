package dev.shopbell.sms;

import java.util.Arrays;
import java.util.List;

/**
 * What a text comes to.
 *
 * @param encoding how it is written
 * @param units of each segment, when no escape pair and no surrogate pair is cut
 * @param billed the segments that are charged
 * @param graphemeSafe the segments when no user-perceived character is cut
 * @param overLimit whether the provider refuses it for its length
 */
public record SmsCount(
    SmsEncoding encoding, List<Integer> units, int billed, int graphemeSafe, boolean overLimit) {
  public SmsCount {
    units = List.copyOf(units);
  }

  SmsCount(SmsEncoding encoding, int[] units, int billed, int graphemeSafe, boolean overLimit) {
    this(encoding, Arrays.stream(units).boxed().toList(), billed, graphemeSafe, overLimit);
  }

  /** As {@link SmsSegmentCalculator#strict}. */
  public int segments() {
    return units.size();
  }
}
