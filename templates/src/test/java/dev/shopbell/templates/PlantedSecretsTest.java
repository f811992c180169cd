package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.address.WeChatUser;
import dev.shopbell.identity.PlatformSender;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Secret;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import dev.shopbell.store.Store;
import dev.shopbell.template.FieldsContent;
import dev.shopbell.transport.OutboundFields;
import dev.shopbell.transport.OutboundMessage;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.SendContext;
import dev.shopbell.transport.Transport;
import dev.shopbell.transport.TransportInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders whose data holds a card key where none may be, through a store's template and out. */
@Tag("template-06")
class PlantedSecretsTest {
  private static final NoticeType CARD =
      NoticeType.builder(
              "card.sold",
              Purpose.TRANSACTIONAL,
              Route.allOf(Channel.EMAIL, Channel.SMS, Channel.WECHAT))
          .variables(
              Variable.of("orderNumber", Kind.TEXT),
              Variable.of("note", Kind.TEXT).optional(),
              Variable.of("greeting", Kind.HTML).optional(),
              Variable.of("link", Kind.LINK).optional(),
              Variable.list("goods", Variable.of("name", Kind.TEXT)),
              Variable.of("card", Kind.SECRET))
          .build();

  /** Every value in every kind of place that a merchant can put it. */
  private static final String HTML =
      """
      <html><head><title>{{letter.subject}}</title>
      <script type="application/ld+json">{"note":"{{note}}","order":{{orderNumber}}}</script>
      <style>.a{color:{{note}}}</style></head>
      <body>{{#greeting}}{{{greeting}}}{{/greeting}}
      {{#note}}<p title='{{note}}'>{{note}}</p>{{/note}}
      {{#link}}<a href="{{link}}">Order</a>{{/link}}
      <a href="https://shop.example/{{orderNumber}}?q={{orderNumber}}">{{orderNumber}}</a>
      <ul>{{#goods}}<li>{{name}}</li>{{/goods}}</ul>
      <a href="{{card}}">View your card</a></body></html>
      """
          .replace("\"{{note}}\"", "\"{{#note}}{{note}}{{/note}}\"")
          .replace("{{note}}}", "{{#note}}{{note}}{{/note}}}");

  private static final TemplateDraft DRAFT =
      TemplateDraft.of(
          "card.sold",
          Locale.ENGLISH,
          TemplateDraft.Text.letter(
                  "Order {{orderNumber}} {{#note}}{{note}}{{/note}}",
                  "{{#goods}}{{name}} {{/goods}}{{#link}}{{link}}{{/link}}",
                  HTML)
              .sms(
                  "{{orderNumber}} {{#note}}{{note}}{{/note}}{{#greeting}}{{greeting}}{{/greeting}}"
                      + " {{#link}}{{link}}{{/link}} {{#goods}}{{name}},{{/goods}}")
              .fields(Channel.SMS, fields("SMS_7", 200))
              .fields(Channel.WECHAT, fields("TM7", 20)));

  private static FieldSet fields(String code, int longest) {
    return new FieldSet(
        code,
        Map.of(
            "no", new FieldText("{{orderNumber}}", longest),
            "thing1", new FieldText("{{#note}}{{note}}{{/note}}", longest),
            "thing2", new FieldText("{{#greeting}}{{greeting}}{{/greeting}}", 300),
            "thing3", new FieldText("{{#goods}}{{name}} {{/goods}}", longest),
            "url", new FieldText("{{#link}}{{link}}{{/link}}", 300)));
  }

  private static final class Recorder implements Transport {
    private final Channel channel;
    private final List<OutboundMessage> messages;

    Recorder(Channel channel, List<OutboundMessage> messages) {
      this.channel = channel;
      this.messages = messages;
    }

    @Override
    public TransportInfo info() {
      return TransportInfo.of("recorder-" + channel, channel);
    }

    @Override
    public Outcome send(OutboundMessage message, SendContext context) {
      messages.add(message);
      return Outcome.Accepted.of("recorder", "1");
    }
  }

  private static List<OutboundMessage> sent(Map<String, Object> data, String key) {
    List<OutboundMessage> messages = new ArrayList<>();
    Notifier notifier =
        Notifier.builder(
                id -> Optional.of(Store.builder("tea", "Ann's Tea", "ann@tea.example").build()),
                TYPES,
                TEMPLATES)
            .platform(PlatformSender.of("notify@platform.example"))
            .transport(new Recorder(Channel.EMAIL, messages))
            .transport(new Recorder(Channel.SMS, messages))
            .transport(new Recorder(Channel.WECHAT, messages))
            .secretLinks((store, delivery, secret) -> URI.create("https://shop.example/view/1"))
            .secretVault((store, secret) -> Optional.of(key))
            .workers(0)
            .build();
    Recipient ann =
        Recipient.of("ann")
            .email("ann@customer.example")
            .phone("+8613800138000")
            .at(Channel.WECHAT, new WeChatUser("wx1234567890abcdef", "openid-1"));
    try (notifier) {
      notifier.send(Letters.PLAIN.id(), Notification.of("card.sold", ann, data));
      notifier.dispatch();
    }
    return messages;
  }

  private static final NoticeTypes TYPES = NoticeTypes.of(List.of(CARD));
  private static final StoreTemplates TEMPLATES = templates();

  private static StoreTemplates templates() {
    StoreTemplates templates = new StoreTemplates(TYPES, StockTemplates.catalog());
    templates.savePlatform(DRAFT);
    return templates;
  }

  private static Map<String, Object> order(Random random) {
    Map<String, Object> data = new HashMap<>();
    data.put("orderNumber", "SO-" + random.nextInt(100_000));
    data.put("goods", List.of(Map.of("name", "Card " + random.nextInt(100))));
    data.put("card", Secret.reference("vault-" + random.nextInt(1_000)));
    return data;
  }

  @Test
  void anOrderWithoutAKeyGoesOutOnEveryChannel() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      assertThat(sent(order(random), key(random))).as("order %s", i).hasSize(3);
    }
  }

  @Test
  void ofTenThousandOrdersWithAKeySomewhereNoneLetsItOut() {
    Random random = new Random(12);
    for (int i = 0; i < 10_000; i++) {
      String key = key(random);
      Map<String, Object> data = order(random);
      String planted = plant(random, data, key);
      String half = letters(key).substring(0, (letters(key).length() + 1) / 2);
      for (OutboundMessage message : sent(data, key)) {
        // Only a field of WeChat's, cut before the key or within its first half.
        assertThat(message).as("order %s: %s", i, planted).isInstanceOf(OutboundFields.class);
        FieldsContent content = ((OutboundFields) message).content();
        assertThat(content.fields().values())
            .as("order %s: %s", i, planted)
            .noneMatch(value -> letters(value).contains(half))
            .anyMatch(value -> value.contains("…"));
        assertThat(content.reference().orElseThrow().variables()).isEqualTo(content.fields());
      }
    }
  }

  private static String letters(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private static String key(Random random) {
    String letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    StringBuilder key = new StringBuilder();
    int groups = 3 + random.nextInt(3);
    for (int i = 0; i < groups * 4; i++) {
      key.append(i > 0 && i % 4 == 0 ? "-" : "").append(letters.charAt(random.nextInt(32)));
    }
    return key.toString();
  }

  private static String plant(Random random, Map<String, Object> data, String key) {
    String shown = disguised(random, key);
    String before = "note that ".substring(random.nextInt(10));
    switch (random.nextInt(5)) {
      case 0 -> data.put("note", before + shown + " is it");
      case 1 -> data.put("orderNumber", shown);
      case 2 -> data.put("goods", List.of(Map.of("name", "Card"), Map.of("name", before + shown)));
      case 3 ->
          data.put(
              "link",
              "https://shop.example/?k=" + URLEncoder.encode(shown, StandardCharsets.UTF_8));
      default -> data.put("greeting", "<p>" + tagged(random, shown) + "</p>");
    }
    return data.toString();
  }

  private static String tagged(Random random, String shown) {
    int at = shown.length() / 2;
    return switch (random.nextInt(4)) {
      case 0 -> shown.substring(0, at) + "<b>" + shown.substring(at) + "</b>";
      case 1 -> shown.substring(0, at) + "&shy;<wbr>" + shown.substring(at);
      case 2 -> shown.substring(0, at) + "<!-- x -->" + shown.substring(at);
      default -> shown;
    };
  }

  private static String disguised(Random random, String key) {
    String other = random.nextBoolean() ? key.replace("-", "") : key.toLowerCase(Locale.ROOT);
    String in = random.nextBoolean() ? key : other;
    byte[] shifted = ("12".substring(random.nextInt(3)) + in).getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(12)) {
      case 0 -> key;
      case 1 -> other;
      case 2 -> key.replace("-", " ");
      case 3 -> key.replace("-", " - ");
      case 4 -> key.replace("-", "&#45;");
      case 5 -> key.replace("-", "%2D");
      case 6 -> Base64.getEncoder().encodeToString(shifted);
      case 7 -> Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
      case 8 -> HexFormat.of().formatHex(shifted);
      case 9 -> String.join("\u00ad", key.split(""));
      case 10 -> String.join("\u200b", key.split(""));
      default -> URLEncoder.encode(key.replace("-", "\u2011"), StandardCharsets.UTF_8);
    };
  }
}
