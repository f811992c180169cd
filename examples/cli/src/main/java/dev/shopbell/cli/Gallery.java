package dev.shopbell.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.store.Store;
import dev.shopbell.template.Content;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.ReaderData;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.templates.StockTemplates;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A folder of letters with a page to click through them. A letter's file is {@code
 * letters/Forest/order.paid.en.html}; {@code widths/order.paid.en.375.html} shows it at a width.
 */
final class Gallery {
  private static final List<String> FILES =
      List.of("index.html", "gallery.css", "gallery.js", "tea.png", "bowl.png", "logo.png");
  private static final List<Integer> WIDTHS = List.of(320, 375, 600);
  private static final URI UNSUBSCRIBE = URI.create("https://platform.example/unsubscribe/sample");

  private final Path folder;
  private final ArrayNode entries;
  private int letters;

  Gallery(Path folder) {
    this.folder = folder;
    this.entries = PlainJson.object().putArray("entries");
  }

  /** How many letters were written. */
  int letters() {
    return letters;
  }

  /** Writes an event's letters in one language, one for each brand. */
  void add(NoticeType type, Locale locale) throws IOException {
    String name = type.name() + "." + locale.toLanguageTag();
    ObjectNode entry =
        entries
            .addObject()
            .put("event", type.name())
            .put("locale", locale.toLanguageTag())
            .put("purpose", type.purpose().name().toLowerCase(Locale.ROOT))
            .put("audience", type.audience().name().toLowerCase(Locale.ROOT));
    for (Map.Entry<String, Store> shop : GalleryShops.in(locale).entrySet()) {
      describe(entry, shop.getKey(), name, type, locale, shop.getValue());
    }
    for (int width : WIDTHS) {
      write("widths/" + name + "." + width + ".html", atWidth(name, width));
    }
  }

  /** Writes the page, its pictures and what it shows. */
  void finish() throws IOException {
    write("data.js", "const entries = " + entries + ";\n");
    for (String file : FILES) {
      try (InputStream in = Gallery.class.getResourceAsStream("gallery/" + file)) {
        Path to = folder.resolve(file.endsWith(".png") ? "images/" + file : file);
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(Objects.requireNonNull(in, file), to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void describe(
      ObjectNode entry, String brand, String name, NoticeType type, Locale locale, Store store)
      throws IOException {
    NotificationTemplate template =
        StockTemplates.catalog().current(store.id(), type.name()).orElseThrow();
    ObjectNode shown = entry.withObject("/brands").putObject(brand);
    for (Channel channel : template.channels()) {
      Content content = template.render(request(type, locale, store, channel));
      if (content instanceof EmailContent letter) {
        shown.put("from", store.name()).put("subject", letter.subject());
        shown.put("preheader", letter.preheader()).put("text", letter.text());
        String html = letter.html().replace(GalleryShops.IMAGES, "../../images/");
        write("letters/" + brand + "/" + name + ".html", html);
        letters++;
      } else if (content instanceof SmsContent sms) {
        shown.put("sms", "【" + store.name() + "】" + sms.text());
      } else if (content instanceof FieldsContent fields && channel.equals(Channel.WECHAT)) {
        fields.fields().forEach(shown.putObject("wechat")::put);
      }
    }
  }

  private static RenderRequest request(
      NoticeType type, Locale locale, Store store, Channel channel) {
    Map<String, Object> data =
        ReaderData.of(
            type.variables(),
            StockTemplates.sample(type.name(), locale),
            locale,
            store.zone(),
            secret -> "https://platform.example/secrets/sample");
    boolean isMarketing = type.purpose() == Purpose.MARKETING;
    return new RenderRequest(store, channel, locale, store.zone(), data)
        .with(true, isMarketing ? Optional.of(UNSUBSCRIBE) : Optional.empty());
  }

  private static String atWidth(String name, int width) {
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>%1$s at %2$d px</title>
        <body style="margin:0">
        <iframe src="../letters/Forest/%1$s.html" title="%1$s" style="width:%2$dpx;height:2400px;border:0"></iframe>
        """
        .formatted(name, width);
  }

  private void write(String file, String text) throws IOException {
    Path to = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.writeString(to, text);
  }
}
