package dev.shopbell.template;

import dev.shopbell.address.Channel;
import dev.shopbell.store.Store;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a template is given.
 *
 * @param store whose notice it is, as it is now
 * @param channel which content is wanted
 * @param locale the language, one of the template's
 * @param zone where the reader's clock is
 * @param data the notice's variables for a reader: money, numbers and moments are text already, and
 *     a secret is the link to it
 * @param promotions whether the reader consented to marketing, so that promotion blocks are shown
 * @param unsubscribe where the reader unsubscribes; empty where there is nothing to
 */
public record RenderRequest(
    Store store,
    Channel channel,
    Locale locale,
    ZoneId zone,
    Map<String, Object> data,
    boolean promotions,
    Optional<URI> unsubscribe) {
  public RenderRequest {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(zone, "zone");
    data = Map.copyOf(Objects.requireNonNull(data, "data"));
    Objects.requireNonNull(unsubscribe, "unsubscribe");
  }

  /** A request for a reader who is shown no promotions. */
  public RenderRequest(
      Store store, Channel channel, Locale locale, ZoneId zone, Map<String, Object> data) {
    this(store, channel, locale, zone, data, false, Optional.empty());
  }

  /** The same for a reader who is, or is not, shown promotions, and can unsubscribe there. */
  public RenderRequest with(boolean promotions, Optional<URI> unsubscribe) {
    return new RenderRequest(store, channel, locale, zone, data, promotions, unsubscribe);
  }

  /** Without the data, which is personal. */
  @Override
  public String toString() {
    return "RenderRequest[" + store.id() + " " + channel + " " + locale.toLanguageTag() + "]";
  }
}
