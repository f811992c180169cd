package dev.shopbell.delivery;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Outcome.Unknown;
import dev.shopbell.transport.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a receipt calls a delivery: the provider that accepted it and one of that provider's
 * identifiers; for a letter also {@link Receipt#BY_MAIL} and the delivery's own. Where it is
 * unknown whether it was accepted, the transport and the key that it was given; where a worker died
 * of it, and no transport is known, a letter's own identifier alone.
 *
 * @param provider who reports
 * @param id under which identifier
 */
public record ReceiptName(String provider, String id) {
  public ReceiptName {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(id, "id");
  }

  /**
   * The names of a delivery by its last attempt; none unless that was accepted, or may have been.
   */
  public static List<ReceiptName> of(Delivery delivery) {
    return of(delivery.id(), delivery.progress());
  }

  /** The names of a delivery by how far it has come. */
  public static List<ReceiptName> of(DeliveryId id, Progress progress) {
    return progress.last().map(last -> of(id, last)).orElse(List.of());
  }

  private static List<ReceiptName> of(DeliveryId delivery, Attempt last) {
    List<ReceiptName> names = new ArrayList<>();
    boolean unknown = last.outcome() instanceof Unknown;
    if (last.outcome() instanceof Accepted taken) {
      taken.ids().forEach(id -> names.add(new ReceiptName(taken.provider(), id)));
    } else if (unknown && !last.transport().isEmpty()) {
      names.add(new ReceiptName(last.transport(), key(delivery, last.channel())));
    }
    boolean accepted = last.outcome() instanceof Accepted;
    if ((accepted || unknown) && last.channel().equals(Channel.EMAIL)) {
      names.add(new ReceiptName(Receipt.BY_MAIL, delivery.value()));
    }
    return names;
  }

  /** The key that a transport is given: the same for each attempt on a channel. */
  static String key(DeliveryId delivery, Channel channel) {
    return delivery + "-" + channel;
  }
}
