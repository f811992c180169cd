package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Store;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.ReaderData;
import dev.shopbell.template.RenderRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Renders a template with made-up data for a made-up shop, so that nobody is needed to look. */
final class Previews {
  private static final URI LINK = URI.create("https://platform.example/unsubscribe/sample");

  private static final Store SHOP =
      Store.builder("sample", "Ann's Tea & Töpfe <茶>", "hello@shop.example")
          .brand(
              new Brand(
                  "#c8102e",
                  Optional.of(URI.create("https://img.shop.example/logo.png")),
                  Optional.of(URI.create("https://shop.example/")),
                  "18 Tea Garden Road, Fuding"))
          .build();

  private Previews() {}

  /** What a template of that type sees with sample data. */
  static Map<String, Object> view(NoticeType type, Locale locale) {
    return View.of(request(type, Channel.EMAIL, locale, Samples.usual(type.variables()), true));
  }

  /**
   * Renders everything a template says with sample, worst-case and least data.
   *
   * @throws dev.shopbell.template.RenderException when one cannot be rendered
   */
  static void renderAll(NoticeType type, NotificationTemplate template) {
    for (Map<String, Object> data :
        List.of(
            Samples.usual(type.variables()),
            Samples.worst(type.variables()),
            Samples.least(type.variables()))) {
      for (Locale locale : template.locales()) {
        for (Channel channel : template.channels()) {
          template.render(request(type, channel, locale, data, true));
          template.render(request(type, channel, locale, data, false));
        }
      }
    }
  }

  private static RenderRequest request(
      NoticeType type,
      Channel channel,
      Locale locale,
      Map<String, Object> data,
      boolean promotions) {
    Map<String, Object> written =
        ReaderData.of(
            type.variables(),
            data,
            locale,
            SHOP.zone(),
            secret -> "https://platform.example/secrets/sample");
    return new RenderRequest(SHOP, channel, locale, SHOP.zone(), written)
        .with(promotions, promotions ? Optional.of(LINK) : Optional.empty());
  }
}
