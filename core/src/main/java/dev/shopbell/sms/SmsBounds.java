package dev.shopbell.sms;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fewest and the most segments that a template can be charged for, before it is rendered. Every
 * message whose values keep to their lengths and characters lies between them.
 */
public final class SmsBounds {
  /** No variable is longer: this many units are more than 255 segments. */
  static final int LONGEST = 40_000;

  private static final Pattern PLACE = Pattern.compile("\\{\\{(.*?)}}");

  private final SmsSegmentCalculator calculator;
  private final String template;
  private final List<SmsVariable> variables;

  private SmsBounds(SmsSegmentCalculator calculator, String template, List<SmsVariable> variables) {
    this.calculator = calculator;
    this.template = template;
    this.variables = variables;
  }

  /**
   * The bounds of a template as it goes out, with signature and opt-out.
   *
   * @param template text with places, {@code Your order {{number}} is on its way}
   * @throws IllegalArgumentException when a place has no variable, with those that there are
   */
  public static SmsBounds of(
      SmsSegmentCalculator calculator, String template, SmsVariable... variables) {
    Objects.requireNonNull(calculator, "calculator");
    SmsBounds bounds = new SmsBounds(calculator, template, List.of(variables));
    bounds.pieces(false);
    return bounds;
  }

  /** When every value is as short as it may be and costs the least. */
  public int fewest() {
    StringBuilder text = new StringBuilder();
    pieces(false).forEach(piece -> text.append(piece.text()));
    return calculator.billed(text.toString());
  }

  /** When every value is as long as it may be and costs the most, at the worst places. */
  public int most() {
    return new WorstCase(calculator.profile(), pieces(true)).segments();
  }

  /**
   * The longest that one variable may be so that no message is charged more than so many segments,
   * whatever the others are; empty when it does not fit even at its shortest.
   */
  public OptionalInt longest(String variable, int segments) {
    SmsVariable wanted = variable(variable);
    int fits = -1;
    int low = wanted.shortest();
    int high = LONGEST;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (with(wanted.ofLength(middle)).most() <= segments) {
        fits = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return fits < 0 ? OptionalInt.empty() : OptionalInt.of(fits);
  }

  private SmsBounds with(SmsVariable changed) {
    List<SmsVariable> all =
        variables.stream()
            .map(each -> each.name().equals(changed.name()) ? changed : each)
            .toList();
    return new SmsBounds(calculator, template, all);
  }

  /** What stands one after the other, values filled with what costs least or most. */
  private List<WorstCase.Piece> pieces(boolean longest) {
    List<WorstCase.Piece> pieces = new ArrayList<>();
    Matcher places = PLACE.matcher(template);
    int from = 0;
    while (places.find()) {
      pieces.add(WorstCase.Piece.literal(template.substring(from, places.start())));
      SmsVariable variable = variable(places.group(1).strip());
      pieces.add(
          WorstCase.Piece.of(
              variable.characters(), longest ? variable.longest() : variable.shortest()));
      from = places.end();
    }
    pieces.add(WorstCase.Piece.literal(template.substring(from)));
    return pieces;
  }

  private SmsVariable variable(String name) {
    return variables.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no variable "
                        + Text.quoted(name)
                        + ": "
                        + Nearest.hint(name, variables.stream().map(SmsVariable::name).toList())));
  }
}
