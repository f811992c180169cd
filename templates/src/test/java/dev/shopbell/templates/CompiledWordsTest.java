package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import dev.shopbell.store.Brand;
import dev.shopbell.store.Store;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.RenderException;
import dev.shopbell.template.RenderRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledWordsTest {
  private static final Route ROUTE = Route.firstOf(Channel.EMAIL, Channel.SMS);
  private static final NoticeType HELLO =
      NoticeType.builder("hello", Purpose.TRANSACTIONAL, ROUTE)
          .variables(
              Variable.of("name", Variable.Kind.TEXT),
              Variable.of("note", Variable.Kind.TEXT).optional())
          .build();
  private static final NoticeType PAID = StockTemplates.types().get("order.paid");

  private static NotificationTemplate hello(Locale locale, String html) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.SUBJECT, "For {{name}}");
    fields.put(Field.PREHEADER, "To {{name}}");
    fields.put(Field.HTML, html);
    fields.put(Field.TEXT, "Dear {{name}}");
    fields.put(Field.SMS, "Hi {{name}}");
    Map<String, String> partials =
        Words.read(PAID, List.of(Locale.ENGLISH)).scripts().get(Locale.ENGLISH).partials();
    return TemplateLoader.load(HELLO, Words.of(Map.of(locale, new Words.Script(fields, partials))));
  }

  private static EmailContent render(NotificationTemplate template, String name) {
    return (EmailContent)
        template.render(
            Letters.request(
                Letters.PLAIN,
                Channel.EMAIL,
                HELLO,
                template.locales().get(0),
                Map.of("name", name)));
  }

  @Test
  void aValueIsWrittenForWhereItStands() {
    EmailContent letter =
        render(hello(Letters.ENGLISH, "<p title=\"{{name}}\">{{name}}</p>"), "<b>\"Ann\"\r\n& Co");

    assertThat(letter.subject()).isEqualTo("For <b>\"Ann\" & Co");
    assertThat(letter.preheader()).isEqualTo("To <b>\"Ann\" & Co");
    assertThat(letter.text()).isEqualTo("Dear <b>\"Ann\"\n& Co\n");
    assertThat(letter.html())
        .isEqualTo(
            "<p title=\"&lt;b&gt;&quot;Ann&quot;\n&amp; Co\">&lt;b&gt;&quot;Ann&quot;\n&amp; Co</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"' onmouseover='x",
        "A\r\nBcc: everyone@shop.example\r\n\r\nBody",
        "A\u2028B\u0000C\u001bD",
        "🍵 👩‍👩‍👧 🇨🇳",
        "שלום \u202eevil\u202c مرحبا",
        "half \ud83c pair \udf75",
        "{{name}} {{>layout}} {{{name}}}",
        "--- sms",
        "${jndi:x} %s $1 \\",
      })
  void aHostileValueIsHarmlessInEveryLetter(String value) {
    for (NoticeType type : StockTypes.ALL) {
      Map<String, Object> data = hostile(type, value);
      EmailContent letter = Letters.letter(Letters.RICH, type, Letters.CHINESE, data);
      EmailContent calm =
          Letters.letter(
              Letters.RICH, type, Letters.CHINESE, Letters.sample(type, Letters.CHINESE));

      assertThat(letter.subject() + letter.preheader()).doesNotContain("\r", "\n", "\u2028");
      assertThat(letter.text()).doesNotContain("\r", "\u0000", "\u001b", "\u202e");
      assertThat(tags(letter)).isEqualTo(tags(calm));
    }
  }

  private static Map<String, Object> hostile(NoticeType type, String value) {
    return hostile(type.variables(), Letters.sample(type, Letters.CHINESE), value);
  }

  private static Map<String, Object> hostile(
      List<Variable> variables, Map<?, ?> sample, String value) {
    Map<String, Object> data = new HashMap<>();
    for (Variable variable : variables) {
      Object usual = sample.get(variable.name());
      if (variable.kind() == Variable.Kind.TEXT) {
        data.put(variable.name(), value);
      } else if (usual instanceof List<?> list) {
        data.put(
            variable.name(),
            list.stream()
                .map(item -> hostile(variable.fields(), (Map<?, ?>) item, value))
                .toList());
      } else if (usual != null) {
        data.put(variable.name(), usual);
      }
    }
    return data;
  }

  /** Each element with its attributes' names: what a value must not change. */
  private static List<String> tags(EmailContent letter) {
    return Letters.elements(Letters.parsed(letter.html()), "*").stream()
        .map(element -> element.getTagName() + element.getAttributes().getLength())
        .toList();
  }

  @Test
  void anAttributeInARichBrandIsEscaped() {
    EmailContent letter =
        Letters.letter(
            Letters.store("\"A\" & <B>", Letters.RICH.brand()),
            PAID,
            Letters.ENGLISH,
            Letters.sample(PAID, Letters.ENGLISH));

    assertThat(letter.html())
        .contains("alt=\"&quot;A&quot; &amp; &lt;B&gt;\"")
        .contains("src=\"https://img.shop.example/logo.png?a=1&amp;b=2\"");
  }

  @Test
  void aLongSubjectIsCutAndNotRefused() {
    String subject = render(hello(Letters.ENGLISH, "<p>{{name}}</p>"), "🍵".repeat(400)).subject();

    assertThat(subject).hasSizeBetween(290, 300).endsWith("🍵…");
  }

  @Test
  void aLanguageWrittenFromTheRightIsSetFromTheRight() {
    Locale hebrew = Locale.forLanguageTag("he");
    String html =
        render(
                hello(hebrew, "{{<layout}}{{$content}}<p>{{name}}</p>{{/content}}{{/layout}}"),
                "שלום")
            .html();

    assertThat(html)
        .contains("lang=\"he\" dir=\"rtl\"", "align=\"right\" style=\"padding:30px 0 0");
  }

  @Test
  void theButtonWearsTheStoresColourWithTextThatCanBeRead() {
    Map<String, Object> data = Letters.sample(PAID, Letters.ENGLISH);
    String yellow = Letters.letter(coloured("#ffd400"), PAID, Letters.ENGLISH, data).html();
    String navy = Letters.letter(coloured("#102a54"), PAID, Letters.ENGLISH, data).html();

    assertThat(yellow)
        .contains("bgcolor=\"#222222\"", "color:#ffffff\">View your order")
        .contains("border-bottom:3px solid #ffd400", "border-top:4px solid #ffd400");
    assertThat(navy).contains("bgcolor=\"#102a54\"", "color:#ffffff\">View your order");
  }

  private static Store coloured(String accent) {
    Brand brand = Letters.RICH.brand();
    return Letters.store("Tea", new Brand(accent, brand.logo(), brand.site(), ""));
  }

  @ParameterizedTest
  @MethodSource("dev.shopbell.templates.Letters#typesAndLocales")
  void thirtyTwoThreadsGetTheSameText(NoticeType type, Locale locale) throws Exception {
    Map<String, Object> data = Letters.sample(type, locale);
    EmailContent expected = Letters.letter(Letters.RICH, type, locale, data);
    ExecutorService threads = Executors.newFixedThreadPool(32);
    CyclicBarrier together = new CyclicBarrier(32);
    Callable<EmailContent> render =
        () -> {
          together.await();
          return Letters.letter(Letters.RICH, type, locale, data);
        };
    try {
      List<Callable<EmailContent>> all = IntStream.range(0, 32).mapToObj(i -> render).toList();
      for (Future<EmailContent> letter : threads.invokeAll(all)) {
        assertThat(letter.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theMachinesOwnLanguageAndClockDoNotMatter() {
    Map<String, Object> data = Letters.sample(PAID, Letters.ENGLISH);
    EmailContent here = Letters.letter(Letters.RICH, PAID, Letters.ENGLISH, data);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      assertThat(Letters.letter(Letters.RICH, PAID, Letters.ENGLISH, data)).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void whatATypeRequiresAndTheDataLacksIsNamed() {
    assertThatThrownBy(
            () ->
                hello(Letters.ENGLISH, "<p>{{name}}</p>")
                    .render(bare(Channel.EMAIL, Letters.ENGLISH)))
        .isInstanceOf(RenderException.class)
        .hasMessageMatching(
            "template hello@[0-9a-f]{16} cannot be rendered: variable name is missing");
  }

  @Test
  void aChannelOrLanguageItHasNoWordsForIsNamed() {
    NotificationTemplate template = hello(Letters.ENGLISH, "<p>{{name}}</p>");

    assertThat(template.channels()).isEqualTo(Set.of(Channel.EMAIL, Channel.SMS));
    assertThatThrownBy(() -> template.render(bare(Channel.WECHAT, Letters.ENGLISH)))
        .hasMessageContaining("no words for wechat");
    assertThatThrownBy(() -> template.render(bare(Channel.EMAIL, Letters.CHINESE)))
        .hasMessageContaining("zh-CN");
  }

  private static RenderRequest bare(Channel channel, Locale locale) {
    return new RenderRequest(Letters.PLAIN, channel, locale, Letters.ZONE, Map.of());
  }

  @Test
  void languagesMustSayTheSameThings() {
    Words.Script both = new Words.Script(Map.of(Field.SMS, "Hi"), Map.of());
    Words.Script none = new Words.Script(Map.of(Field.TEXT, "Hi"), Map.of());

    assertThatThrownBy(
            () ->
                TemplateLoader.load(
                    HELLO, Words.of(Map.of(Letters.ENGLISH, both, Letters.CHINESE, none))))
        .hasMessageContaining("template hello")
        .hasMessageContaining("translate each");
  }

  @Test
  void aSubjectOfTwoLinesIsRefusedAsItIsLoaded() {
    Words.Script script = new Words.Script(Map.of(Field.SUBJECT, "Hi\nthere"), Map.of());

    assertThatThrownBy(() -> TemplateLoader.load(HELLO, Words.of(Map.of(Letters.ENGLISH, script))))
        .hasMessage("template hello en subject is one line: join them");
  }

  @Test
  void aTemplateThatSpeaksOnNoChannelIsRefusedAsItIsLoaded() {
    Words.Script script = new Words.Script(Map.of(Field.TEXT, "Hi"), Map.of());

    assertThatThrownBy(() -> TemplateLoader.load(HELLO, Words.of(Map.of(Letters.ENGLISH, script))))
        .hasMessage("template hello has [text]: a letter needs subject and html, a message sms");
  }
}
