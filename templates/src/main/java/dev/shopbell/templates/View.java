package dev.shopbell.templates;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Store;
import dev.shopbell.store.Tone;
import dev.shopbell.store.Typeface;
import dev.shopbell.template.RenderRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a template sees: the notice's data, {@code store} for whose it is and {@code letter} for how
 * it is set. Each item of a list also knows whether it is the {@code first} or the {@code last}.
 */
final class View {
  static final String LIGHT_CARD = "#ffffff";
  static final String DARK_CARD = "#121212";

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "iw", "ur");

  private View() {}

  static Map<String, Object> of(RenderRequest request) {
    Map<String, Object> view = new HashMap<>();
    request.data().forEach((name, value) -> view.put(name, positioned(value)));
    view.put("store", store(request.store()));
    view.put("letter", letter(request, "", ""));
    view.put("promotion", request.promotions());
    return view;
  }

  private static Map<String, Object> store(Store store) {
    Brand brand = store.brand();
    EmailAddress contact = store.mailboxes().contact();
    Map<String, Object> view = new HashMap<>();
    view.put("name", store.name());
    view.put("contact", contact.value());
    view.put("contactLink", mailto(contact));
    view.put("accent", brand.accent());
    view.put("onAccent", Accent.textOn(brand.accent()));
    view.put("button", Accent.button(brand.accent()));
    view.put("edge", Accent.edge(brand.accent()));
    view.put("postalAddress", brand.postalAddress());
    for (Tone tone : Tone.values()) {
      view.put(tone.name().toLowerCase(Locale.ROOT), tone == brand.tone());
    }
    for (Typeface typeface : Typeface.values()) {
      view.put(typeface.name().toLowerCase(Locale.ROOT), typeface == brand.typeface());
    }
    view.put("links", positioned(brand.links().stream().map(View::link).toList()));
    brand.logo().ifPresent(logo -> view.put("logo", logo.toString()));
    brand.site().ifPresent(site -> view.put("site", site.toString()));
    return view;
  }

  private static Map<String, Object> link(Brand.Link link) {
    return Map.of("label", link.label(), "address", link.address().toString());
  }

  /** How the letter is set, and the lines that stand in its HTML, too. */
  static Map<String, Object> letter(RenderRequest request, String subject, String preheader) {
    Locale locale = request.locale();
    boolean rightToLeft = RIGHT_TO_LEFT.contains(locale.getLanguage());
    Map<String, Object> letter = new HashMap<>();
    letter.put("lang", locale.toLanguageTag());
    letter.put("dir", rightToLeft ? "rtl" : "ltr");
    letter.put("start", rightToLeft ? "right" : "left");
    letter.put("end", rightToLeft ? "left" : "right");
    letter.put("subject", subject);
    letter.put("preheader", preheader);
    request.unsubscribe().ifPresent(link -> letter.put("unsubscribeLink", link.toString()));
    return letter;
  }

  private static String mailto(EmailAddress address) {
    String local = URLEncoder.encode(address.local(), StandardCharsets.UTF_8).replace("+", "%20");
    return "mailto:" + local + "@" + address.domain();
  }

  private static Object positioned(Object value) {
    if (!(value instanceof List<?> list)) {
      return value;
    }
    List<Object> items = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      Map<Object, Object> item = new HashMap<>((Map<?, ?>) list.get(i));
      item.put("first", i == 0);
      item.put("last", i == list.size() - 1);
      items.add(item);
    }
    return items;
  }
}
