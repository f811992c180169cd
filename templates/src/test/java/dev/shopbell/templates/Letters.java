package dev.shopbell.templates;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Variable;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Store;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.ReaderData;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.provider.Arguments;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Stores, data and readers for the tests. */
final class Letters {
  static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
  static final Locale ENGLISH = Locale.ENGLISH;
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** No logo, site or postal address: as little as a store can have. */
  static final Store PLAIN = store("山间茶铺", Brand.PLAIN);

  /** Everything a brand can have. */
  static final Store RICH =
      store(
          "山间茶铺",
          new Brand(
              "#c8102e",
              Optional.of(URI.create("https://img.shop.example/logo.png?a=1&b=2")),
              Optional.of(URI.create("https://shop.example/")),
              "福建省福鼎市茶园路 18 号"));

  private Letters() {}

  static Store store(String name, Brand brand) {
    return Store.builder("store-1", name, "hello@shop.example").brand(brand).zone(ZONE).build();
  }

  /** Every type in every language. */
  static Stream<Arguments> typesAndLocales() {
    return StockTypes.ALL.stream()
        .flatMap(type -> StockTemplates.LOCALES.stream().map(locale -> Arguments.of(type, locale)));
  }

  static Stream<NoticeType> types() {
    return StockTypes.ALL.stream();
  }

  /** To a reader who consented to marketing. */
  static EmailContent promoted(NoticeType type, Locale locale, Map<String, Object> data) {
    return promoted(type, locale, data, true);
  }

  /** The same, with a link to unsubscribe or without. */
  static EmailContent promoted(
      NoticeType type, Locale locale, Map<String, Object> data, boolean canUnsubscribe) {
    Optional<URI> unsubscribe =
        Optional.of(URI.create("https://platform.example/unsubscribe/1"))
            .filter(link -> canUnsubscribe);
    return (EmailContent)
        template(type)
            .render(request(RICH, Channel.EMAIL, type, locale, data).with(true, unsubscribe));
  }

  /** What an element's own style says of a property; empty when nothing. */
  static String style(Element element, String property) {
    return Stream.of(element.getAttribute("style").split(";"))
        .filter(declaration -> declaration.startsWith(property + ":"))
        .map(declaration -> declaration.substring(property.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** What a text stands on: the nearest background that is set; white where none is. */
  static String background(Element element) {
    for (Node node = element; node instanceof Element around; node = node.getParentNode()) {
      if (!style(around, "background-color").isEmpty()) {
        return style(around, "background-color");
      }
    }
    return "#ffffff";
  }

  static Stream<Locale> languages() {
    return StockTemplates.LOCALES.stream();
  }

  static Stream<NoticeType> smsTypes() {
    return StockTypes.ALL.stream().filter(type -> type.route().channels().contains(Channel.SMS));
  }

  static NotificationTemplate template(NoticeType type) {
    return StockTemplates.catalog().current(PLAIN.id(), type.name()).orElseThrow();
  }

  static Map<String, Object> sample(NoticeType type, Locale locale) {
    return StockTemplates.sample(type.name(), locale);
  }

  /** The data without everything that may be left out, in lists too. */
  static Map<String, Object> required(List<Variable> variables, Map<?, ?> data) {
    Map<String, Object> required = new HashMap<>();
    for (Variable variable : variables) {
      Object value = data.get(variable.name());
      if (variable.required() && value instanceof List<?> list) {
        List<Object> items = new ArrayList<>();
        list.forEach(item -> items.add(required(variable.fields(), (Map<?, ?>) item)));
        required.put(variable.name(), items);
      } else if (variable.required() && value != null) {
        required.put(variable.name(), value);
      }
    }
    return required;
  }

  static RenderRequest request(
      Store store, Channel channel, NoticeType type, Locale locale, Map<String, Object> data) {
    type.check(data);
    Map<String, Object> written =
        ReaderData.of(type.variables(), data, locale, ZONE, secret -> "https://view.example");
    return new RenderRequest(store, channel, locale, ZONE, written);
  }

  static EmailContent letter(
      Store store, NoticeType type, Locale locale, Map<String, Object> data) {
    return (EmailContent) template(type).render(request(store, Channel.EMAIL, type, locale, data));
  }

  static String sms(Store store, NoticeType type, Locale locale, Map<String, Object> data) {
    return ((SmsContent) template(type).render(request(store, Channel.SMS, type, locale, data)))
        .text();
  }

  /** Parsed as XML, which refuses whatever is not well-formed. */
  static Document parsed(String html) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(html)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("the letter is not well-formed: " + e.getMessage(), e);
    }
  }

  static List<Element> elements(Document document, String name) {
    return elements(document.getDocumentElement(), name);
  }

  static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static Stream<Arguments> lettersOfEveryKind() {
    return typesAndLocales().map(Arguments::get).flatMap(Letters::kinds);
  }

  private static Stream<Arguments> kinds(Object[] typeAndLocale) {
    NoticeType type = (NoticeType) typeAndLocale[0];
    Locale locale = (Locale) typeAndLocale[1];
    Map<String, Object> all = sample(type, locale);
    Map<String, Object> least = required(type.variables(), all);
    return Stream.of(
        Arguments.of(type, locale, letter(RICH, type, locale, all)),
        Arguments.of(type, locale, letter(PLAIN, type, locale, least)));
  }
}
