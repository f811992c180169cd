package dev.shopbell.cli;

import dev.shopbell.store.Brand;
import dev.shopbell.store.Store;
import dev.shopbell.store.Tone;
import dev.shopbell.store.Typeface;
import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The shops that the gallery's letters are from: three brands, each in every language. */
final class GalleryShops {
  /** Where the pictures of the sample data are said to be. */
  static final String IMAGES = "https://img.shop.example/";

  private record Place(String name, String address, String zone, String visit) {}

  private static final Map<String, Place> PLACES =
      Map.of(
          "en",
          new Place("Ann's Tea", "18 Orchard Lane, Bristol BS1 4DJ", "Europe/London", "Visit us"),
          "zh-CN",
          new Place("山间茶铺", "福建省福鼎市茶园路 18 号", "Asia/Shanghai", "到店看看"),
          "zh-TW",
          new Place("山間茶舖", "106 臺北市大安區和平東路二段 96 號", "Asia/Taipei", "門市資訊"),
          "es",
          new Place(
              "La Casa del Té", "Calle del Olmo 18, 28012 Madrid", "Europe/Madrid", "Visítanos"),
          "ar",
          new Place("بيت الشاي", "شارع العليا 12، الرياض 12214", "Asia/Riyadh", "زيارة المتجر"));

  private GalleryShops() {}

  /** The shops of a language by their brand's name. */
  static Map<String, Store> in(Locale locale) {
    Place place = Objects.requireNonNull(PLACES.get(locale.toLanguageTag()), "a place");
    Brand.Link visit = new Brand.Link(place.visit(), URI.create("https://shop.example/visit"));
    Map<String, Store> shops = new LinkedHashMap<>();
    shops.put("Forest", shop(place, brand("#1f6f5c", Optional.empty(), place)));
    shops.put(
        "Poppy",
        shop(
            place,
            brand("#c8102e", Optional.of(URI.create(IMAGES + "logo.png")), place)
                .tone(Tone.PLAYFUL)
                .links(visit)));
    shops.put(
        "Lemon",
        shop(
            place,
            brand("#ffd400", Optional.empty(), place)
                .typeface(Typeface.SERIF)
                .tone(Tone.PROFESSIONAL)
                .links(visit)));
    return shops;
  }

  private static Brand brand(String accent, Optional<URI> logo, Place place) {
    return new Brand(
        accent, logo, Optional.of(URI.create("https://shop.example/")), place.address());
  }

  private static Store shop(Place place, Brand brand) {
    return Store.builder("sample", place.name(), "hello@shop.example")
        .brand(brand)
        .zone(ZoneId.of(place.zone()))
        .build();
  }
}
