package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.store.StoreId;
import dev.shopbell.template.Content;
import dev.shopbell.template.EmailContent;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.template.NotificationTemplate;
import dev.shopbell.template.RenderRequest;
import dev.shopbell.template.SmsContent;
import dev.shopbell.template.TemplateId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StoreTemplatesTest {
  private static final StoreId TEA = new StoreId("tea");
  private static final StoreId POTS = new StoreId("pots");

  private final StoreTemplates templates =
      new StoreTemplates(
          NoticeTypes.of(List.of(TemplateLintTest.ORDER, StockTemplates.types().get("order.paid"))),
          StockTemplates.catalog());

  private static TemplateDraft draft(String subject) {
    return TemplateDraft.of(
        "order.x",
        Locale.ENGLISH,
        TemplateDraft.Text.letter(
                subject,
                "{{orderNumber}}",
                "<p>{{orderNumber}}</p>{{#promotion}}<p>Come again</p>{{/promotion}}")
            .sms("Order {{orderNumber}}")
            .fields(
                Channel.WECHAT,
                new FieldSet("TM1", Map.of("thing1", new FieldText("{{orderNumber}}", 8))))
            .fields(
                Channel.SMS,
                new FieldSet("SMS_1", Map.of("no", new FieldText("{{orderNumber}}", 20)))));
  }

  private static RenderRequest request(Channel channel, boolean promotions) {
    return new RenderRequest(
            Letters.PLAIN,
            channel,
            Locale.ENGLISH,
            ZoneOffset.UTC,
            Map.of("orderNumber", "SO-1001-ab", "goods", List.of()))
        .with(promotions, Optional.empty());
  }

  private NotificationTemplate current(StoreId store, String type) {
    return templates.current(store, type).orElseThrow();
  }

  private String subject(StoreId store) {
    return ((EmailContent) current(store, "order.x").render(request(Channel.EMAIL, false)))
        .subject();
  }

  @Test
  void aStoresOwnIsPreferredToThePlatformsAndThatToTheStock() {
    assertThat(templates.current(TEA, "order.x")).isEmpty();
    templates.savePlatform(draft("Platform {{orderNumber}}"));
    templates.save(TEA, draft("Tea {{orderNumber}}"));

    assertThat(subject(TEA)).isEqualTo("Tea SO-1001-ab");
    assertThat(subject(POTS)).isEqualTo("Platform SO-1001-ab");
    assertThat(current(TEA, "order.paid"))
        .isEqualTo(StockTemplates.catalog().current(TEA, "order.paid").orElseThrow());
  }

  @Test
  void whatCannotBeSavedChangesNothingAndTheLastGoodVersionIsSentOn() {
    templates.save(TEA, draft("Good {{orderNumber}}"));

    assertThatThrownBy(() -> templates.save(TEA, draft("Bad {{orderNumer}} {{x}}")))
        .isInstanceOf(RefusedDraftException.class)
        .hasMessage(
            "the draft for order.x was not saved, template order.x en subject, line 1, column 5, at"
                + " {{orderNumer}}: there is no variable orderNumer here: did you mean"
                + " \"orderNumber\"? Known: goods, letter.dir, letter.end, letter.lang,"
                + " letter.start, letter.unsubscribeLink, note, orderNumber, payLink, promotion,"
                + " store.accent, store.button, store.contact, store.contactLink, store.edge,"
                + " store.links, store.logo, store.name, store.onAccent, store.playful, store.postalAddress,"
                + " store.professional, store.rounded, store.sans, store.serif, store.site,"
                + " store.warm, terms (and 1 more)")
        .satisfies(
            e ->
                assertThat(((RefusedDraftException) e).problems())
                    .filteredOn(Problem::isError)
                    .hasSize(2));
    assertThat(subject(TEA)).isEqualTo("Good SO-1001-ab");
  }

  @Test
  void aWaitingNoticeKeepsTheVersionItWasSentWith() {
    TemplateId first = templates.save(TEA, draft("One {{orderNumber}}")).id();
    TemplateId second = templates.save(TEA, draft("Two {{orderNumber}}")).id();

    assertThat(first).isNotEqualTo(second);
    assertThat(templates.version(TEA, first).orElseThrow().id()).isEqualTo(first);
    assertThat(current(TEA, "order.x").id()).isEqualTo(second);
    assertThat(templates.save(TEA, draft("One {{orderNumber}}")).id()).isEqualTo(first);
    assertThat(current(TEA, "order.x").id()).isEqualTo(first);
    assertThat(templates.version(POTS, first)).isEmpty();
    assertThat(templates.version(TEA, new TemplateId("order.x", "gone")).orElseThrow().id())
        .isEqualTo(first);
  }

  @Test
  void aPromotionIsShownToThoseAloneWhoConsented() {
    templates.save(TEA, draft("Order"));
    NotificationTemplate template = current(TEA, "order.x");

    EmailContent without = (EmailContent) template.render(request(Channel.EMAIL, false));
    EmailContent with = (EmailContent) template.render(request(Channel.EMAIL, true));

    assertThat(without.html() + without.text()).doesNotContain("Come again");
    assertThat(with.html()).contains("Come again");
    assertThat(with.text()).isEqualTo("SO-1001-ab\n\nCome again\n");
  }

  @Test
  void oneRequestHasTheSameContentOnThirtyTwoThreads() throws Exception {
    templates.save(TEA, draft("Order {{orderNumber}} 茶"));
    NotificationTemplate template = current(TEA, "order.x");
    Callable<List<Content>> render =
        () ->
            Stream.of(Channel.EMAIL, Channel.SMS, Channel.WECHAT)
                .map(channel -> template.render(request(channel, true)))
                .toList();
    List<Content> expected = render.call();
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      for (Future<List<Content>> contents : threads.invokeAll(Collections.nCopies(640, render))) {
        assertThat(contents.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void eachChannelHasItsFieldsWithinTheirCaps() {
    templates.save(TEA, draft("Order"));
    NotificationTemplate template = current(TEA, "order.x");

    FieldsContent wechat = (FieldsContent) template.render(request(Channel.WECHAT, false));
    SmsContent sms = (SmsContent) template.render(request(Channel.SMS, false));

    assertThat(wechat.fields()).containsEntry("thing1", "SO-1001…");
    assertThat(wechat.reference().orElseThrow().code()).isEqualTo("TM1");
    assertThat(sms.text()).isEqualTo("Order SO-1001-ab");
    assertThat(sms.reference().orElseThrow().variables()).containsEntry("no", "SO-1001-ab");
  }

  @Test
  @Tag("template-08")
  void aDraftThatUsesUpItsBudgetIsRefusedWhenItIsSaved() {
    String loop = "{{#goods}}".repeat(30) + "x" + "{{/goods}}".repeat(30);
    TemplateDraft bomb =
        TemplateDraft.of("order.x", Locale.ENGLISH, TemplateDraft.Text.letter("s", "", loop));

    assertThatThrownBy(() -> templates.save(TEA, bomb))
        .isInstanceOf(RefusedDraftException.class)
        .hasMessageContaining("rendering takes more than 1,000,000 steps: repeat less");
    assertThat(templates.current(TEA, "order.x")).isEmpty();
  }

  @Test
  @Tag("template-08")
  void aDraftMadeToKeepTheLintBusyEndsToo() {
    Map<String, String> partials = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      partials.put("p" + i, ("{{>p" + (i + 1) + "}}").repeat(10));
    }
    partials.put("p9", "x");
    partials.put("big", "<p>{{orderNumber}}</p>".repeat(200));
    for (String html :
        List.of(
            "{{>p0}}",
            "<img".repeat(60_000),
            "<script ".repeat(30_000) + "application/ld+json",
            "{{#gods}}{{/gods}}".repeat(5_000),
            "<a href=\"".repeat(20_000),
            "<img>".repeat(50_000),
            "<script>".repeat(30_000),
            "<style>".repeat(30_000),
            "<b>".repeat(80_000),
            "</b>".repeat(60_000),
            "<b ".repeat(80_000),
            "<a =".repeat(60_000),
            "<a href='".repeat(20_000),
            "{orderNumber}".repeat(20_000),
            "{ ".repeat(100_000),
            "｛".repeat(200_000),
            "name".repeat(60_000),
            " ".repeat(250_000),
            "{{>big}}".repeat(5_000))) {
      TemplateDraft draft =
          TemplateDraft.of(
              "order.x",
              Locale.ENGLISH,
              TemplateDraft.Text.letter("s", "", html).partials(partials));
      assertThat(templates.lint(draft)).hasSizeLessThan(200);
    }
  }

  @Test
  void theStockLayoutCanBeUsed() {
    TemplateDraft.Text text =
        TemplateDraft.Text.letter(
                "Order {{orderNumber}}",
                "",
                "{{<layout}}{{$content}}{{<title}}{{$words}}Hi{{/words}}{{/title}}{{/content}}{{/layout}}")
            .partials(StockTemplates.partials(Locale.ENGLISH));
    templates.save(TEA, TemplateDraft.of("order.x", Locale.ENGLISH, text));

    EmailContent letter =
        (EmailContent) current(TEA, "order.x").render(request(Channel.EMAIL, false));
    assertThat(letter.html()).contains("<h1", "Hi</h1>", "山间茶铺");
    assertThat(letter.text()).startsWith("山间茶铺").contains("Hi").doesNotContain("<", "&");
  }
}
