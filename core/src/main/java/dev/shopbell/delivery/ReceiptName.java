package dev.shopbell.delivery;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a receipt calls a delivery: the provider that accepted it and one of that provider's
 * identifiers; for a letter also {@link Receipt#BY_MAIL} and the delivery's own.
 *
 * @param provider who reports
 * @param id under which identifier
 */
public record ReceiptName(String provider, String id) {
  public ReceiptName {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(id, "id");
  }

  /** The names of a delivery by its last attempt; none unless that was accepted. */
  public static List<ReceiptName> of(Delivery delivery) {
    return delivery.progress().last().map(last -> of(delivery, last)).orElse(List.of());
  }

  private static List<ReceiptName> of(Delivery delivery, Attempt last) {
    List<ReceiptName> names = new ArrayList<>();
    if (last.outcome() instanceof Accepted taken) {
      taken.ids().forEach(id -> names.add(new ReceiptName(taken.provider(), id)));
      if (last.channel().equals(Channel.EMAIL)) {
        names.add(new ReceiptName(Receipt.BY_MAIL, delivery.id().value()));
      }
    }
    return names;
  }
}
