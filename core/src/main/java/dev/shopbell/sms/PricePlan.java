package dev.shopbell.sms;

import dev.shopbell.internal.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What segments cost. All amounts are whole numbers of the currency's smallest unit; where a price
 * is for several segments, one sum is rounded up once.
 *
 * @param currency ISO 4217
 * @param scheme what a higher tier's price is for
 * @param per how many segments a tier's price is for: 1, or 1,000 where one costs less than a unit
 * @param tiers from segment 1 on, ascending
 * @param freeTypes notices that the platform gives free, by type: {@code order.paid}
 */
public record PricePlan(
    String currency, Scheme scheme, long per, List<PriceTier> tiers, Set<String> freeTypes) {

  /** What a higher tier's price is for. */
  public enum Scheme {
    /** The segments of that tier: those below keep their own price. */
    MARGINAL,
    /** All segments of the purchase. */
    WHOLE_PURCHASE
  }

  public PricePlan {
    currency = known(currency);
    Objects.requireNonNull(scheme, "scheme");
    tiers = List.copyOf(tiers);
    freeTypes = Set.copyOf(freeTypes);
    if (per < 1) {
      throw new IllegalArgumentException("prices are per " + per + " segments: give 1 or more");
    }
    if (tiers.isEmpty() || tiers.get(0).from() != 1) {
      throw new IllegalArgumentException("no tier begins at segment 1: the first one must");
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).from() <= tiers.get(i - 1).from()) {
        throw new IllegalArgumentException(
            "the tier from segment %d stands after the one from %d: list them ascending"
                .formatted(tiers.get(i).from(), tiers.get(i - 1).from()));
      }
    }
  }

  private static String known(String currency) {
    try {
      return Currency.getInstance(Objects.requireNonNull(currency, "currency")).getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currency " + Text.quoted(currency) + " is not one of ISO 4217, as in CNY", e);
    }
  }

  /**
   * What a purchase of so many segments costs.
   *
   * @throws IllegalArgumentException when there are none, or their price overflows
   */
  public Bill buy(long segments) {
    if (segments < 1) {
      throw new IllegalArgumentException(segments + " segments cannot be bought: give 1 or more");
    }
    return bill(0, segments, 0);
  }

  /**
   * What one message costs, before it is sent.
   *
   * @param segments that are charged for it
   * @param already how many segments were charged before it in the same purchase or period
   */
  public long price(int segments, long already) {
    if (segments < 0 || already < 0) {
      throw new IllegalArgumentException(
          "%d segments after %d: neither can be negative".formatted(segments, already));
    }
    return bill(already, segments, 0).amount();
  }

  /** What messages cost that were delivered; those of a free type cost nothing. */
  public Bill bill(Collection<DeliveredSms> delivered) {
    long charged = 0;
    long free = 0;
    for (DeliveredSms message : delivered) {
      if (freeTypes.contains(message.type())) {
        free = Math.addExact(free, message.segments());
      } else {
        charged = Math.addExact(charged, message.segments());
      }
    }
    return bill(0, charged, free);
  }

  private Bill bill(long already, long segments, long free) {
    try {
      List<Bill.Line> lines = lines(already, segments);
      long sum = 0;
      for (Bill.Line line : lines) {
        sum = Math.addExact(sum, Math.multiplyExact(line.segments(), line.price()));
      }
      return new Bill(currency, -Math.floorDiv(-sum, per), segments, free, per, lines);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "%d segments cost more than 64 bits can hold: check the tiers' prices"
              .formatted(segments),
          e);
    }
  }

  private List<Bill.Line> lines(long already, long segments) {
    long last = Math.addExact(already, segments);
    List<Bill.Line> lines = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      PriceTier tier = tiers.get(i);
      long end = i + 1 < tiers.size() ? tiers.get(i + 1).from() - 1 : Long.MAX_VALUE;
      long within =
          scheme == Scheme.MARGINAL
              ? Math.min(last, end) - Math.max(already, tier.from() - 1)
              : tier.from() <= last && last <= end ? segments : 0;
      if (within > 0) {
        lines.add(new Bill.Line(tier.from(), within, tier.price()));
      }
    }
    return lines;
  }
}
