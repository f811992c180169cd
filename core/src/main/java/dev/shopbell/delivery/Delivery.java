package dev.shopbell.delivery;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Recipient;
import java.util.Map;
import java.util.Objects;

/**
 * One notice on its way to one person, along a route of one or more channels.
 *
 * @param id its identifier
 * @param notice what it says
 * @param recipient who it is for
 * @param window when it may go out
 * @param progress how far it has come
 */
public record Delivery(
    DeliveryId id, Notice notice, Recipient recipient, Window window, Progress progress) {
  public Delivery {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(progress, "progress");
  }

  /** Where it stands. */
  public DeliveryState state() {
    return progress.state();
  }

  /** The same delivery with nothing personal in it: no recipient, no data, no reply. */
  public Delivery forgotten() {
    Notice blank =
        new Notice(
            notice.store(),
            notice.type(),
            notice.purpose(),
            notice.template(),
            notice.about(),
            notice.origin(),
            Map.of());
    return new Delivery(id, blank, Recipient.of("forgotten"), window, progress);
  }

  /** The same delivery with that carried along, see {@link Notice#carried}. */
  public Delivery with(Map<String, String> carried) {
    return new Delivery(id, notice.with(carried), recipient, window, progress);
  }

  /** The same delivery, further on. */
  public Delivery with(Progress progress) {
    return new Delivery(id, notice, recipient, window, progress);
  }
}
