package dev.shopbell.template;

import dev.shopbell.address.Channel;
import dev.shopbell.store.Store;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What a template is given.
 *
 * @param store whose notice it is, as it is now
 * @param channel which content is wanted
 * @param locale the language, one of the template's
 * @param zone where the reader's clock is
 * @param data the notice's variables for a reader: money, numbers and moments are text already, and
 *     a secret is the link to it
 */
public record RenderRequest(
    Store store, Channel channel, Locale locale, ZoneId zone, Map<String, Object> data) {
  public RenderRequest {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(zone, "zone");
    data = Map.copyOf(Objects.requireNonNull(data, "data"));
  }

  /** Without the data, which is personal. */
  @Override
  public String toString() {
    return "RenderRequest[" + store.id() + " " + channel + " " + locale.toLanguageTag() + "]";
  }
}
