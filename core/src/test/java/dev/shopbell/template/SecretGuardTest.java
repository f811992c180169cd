package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("template-06")
class SecretGuardTest {
  private static final String KEY = "AB12-CD34-EF56-GH78";

  private static Optional<String> leak(String html) {
    return SecretGuard.leak(new EmailContent("s", "p", html, "t"), List.of(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "your key is AB12-CD34-EF56-GH78.",
        "ab12-cd34-ef56-gh78",
        "AB12 CD34 EF56 GH78",
        "AB12CD34EF56GH78",
        "A.B.1.2.C.D.3.4.E.F.5.6.G.H.7.8",
        "AB12&#45;CD34&#x2d;EF56&#45;GH78",
        "&#65;&#66;12-CD34-EF56-GH78",
        "AB12%2DCD34%2dEF56-GH78",
        "%41%42%31%32-CD34-EF56-GH78",
        "%2541B12-CD34-EF56-GH78",
        "AB12-<b>CD34</b>-EF56-<i>GH78</i>",
        "AB12-CD<!-- x -->34-EF56-GH78",
        "AB12\u200b-CD34\u00ad-EF56-GH78",
        "ＡＢ12-CD34-EF56-GH78",
        "QUIxMi1DRDM0LUVGNTYtR0g3OA==",
        "41423132 2d434433342d454635362d47483738",
        "4142:3132:2d43:4433:342d:4546:3536:2d47:4837:38",
        "AB12&amp;#45;CD34&amp;#45;EF56&amp;#45;GH78",
        "&lt;b&gt;AB12&lt;/b&gt;-CD34-EF56-GH78",
        "AB12\\u002dCD34\\u002DEF56-GH78",
        "\\u0041B12-CD34-EF56-GH78",
        "QUIxMkNEMzRFRjU2R0g3OA==",
        "YWIxMi1jZDM0LWVmNTYtZ2g3OA",
        "QUIx Mi1D RDM0\nLUVGNTYtR0g3OA==",
        "QUIxMi1DRDM0%0D%0ALUVGNTYtR0g3OA%3D%3D",
        "A\u0301B12-CD34-EF56-GH78",
        "AB12\ue000CD34\ud83c\udf75EF56…GH78",
        "your key is AB12-CD34-EF…",
        "<title>Key AB12 CD34 EF56 GH7…</title><p>x</p>",
        "<a href=\"https://a.example/?k=AB12-CD34-EF56-GH78\">x</a>",
      })
  void findsASecretInEveryForm(String html) {
    assertThat(leak("<p>" + html + "</p>")).contains("html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AB12-CD34",
        "AB12-CD34-EF56-GH79",
        "nothing at all",
        "QUIxMi1DRDM0",
        "AB12…",
        "Key AB12-C…",
        "CD34-EF56-GH78…"
      })
  void doesNotSeeOneWhereThereIsNone(String html) {
    assertThat(leak("<p>" + html + "</p>")).isEmpty();
  }

  @Test
  void aShortSecretIsLookedForAsItIs() {
    EmailContent letter = new EmailContent("Order 1 2 3 4", "p", "<p>code 77-31</p>", "t");

    assertThat(SecretGuard.leak(letter, List.of("1234"))).isEmpty();
    assertThat(SecretGuard.leak(letter, List.of("77-31"))).contains("html");
    assertThat(SecretGuard.leak(letter, List.of(" "))).isEmpty();
  }

  @Test
  void aPasswordOfSignsIsFoundEscapedAndEncoded() {
    String secret = "p<&'\\\"!?";
    for (String shown :
        List.of(
            "p&lt;&amp;&#39;\\&quot;!?",
            "p\\u003C\\u0026\\u0027\\\\\\\"!?",
            "p%3C%26%27%5C%22%21%3F",
            "cDwmJ1wiIT8=")) {
      assertThat(
              SecretGuard.leak(
                  new EmailContent("s", "p", "<p>" + shown + "</p>", "t"), List.of(secret)))
          .as(shown)
          .contains("html");
    }
  }

  @Test
  void aTextMadeToKeepTheSearchBusyEndsToo() {
    for (String part : List.of("…", "AB1-…", "&amp;", "%2525", "\\u0041", "<b>", "QUIx", "41")) {
      assertThat(leak(part.repeat(250_000 / part.length()))).as(part).isEmpty();
    }
  }

  @Test
  void aGatewaysTemplateIsSearchedWhole() {
    assertThat(
            SecretGuard.leak(
                new SmsContent("t", Optional.of(new GatewayTemplate(KEY, Map.of()))), List.of(KEY)))
        .contains("sms template");
  }

  @Test
  void tenThousandOrdersWithAKeySomewhereAreAllFound() {
    Random random = new Random(5);
    for (int i = 0; i < 10_000; i++) {
      String key = key(random);
      Content content = planted(random, "x " + encoded(random, key) + " y");
      assertThat(SecretGuard.leak(content, List.of("other-key-" + i, key)))
          .as("order %s", i)
          .isPresent();
      assertThat(SecretGuard.leak(content, List.of(key(random)))).isEmpty();
    }
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

  private static String encoded(Random random, String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    byte[] shifted =
        ("12".substring(random.nextInt(3)) + key + "z").getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(10)) {
      case 0 -> key;
      case 1 -> key.toLowerCase(Locale.ROOT);
      case 2 -> key.replace("-", "");
      case 3 -> key.replace("-", " - ");
      case 4 -> key.replace("-", "&#45;");
      case 5 -> URLEncoder.encode(key, StandardCharsets.UTF_8).replace("-", "%2D");
      case 6 -> Base64.getEncoder().encodeToString(shifted);
      case 7 -> Base64.getUrlEncoder().withoutPadding().encodeToString(shifted);
      case 8 -> HexFormat.of().formatHex(bytes);
      default -> String.join("\u200b", key.split(""));
    };
  }

  private static Content planted(Random random, String text) {
    return switch (random.nextInt(7)) {
      case 0 -> new EmailContent(text.replace('\u200b', '.'), "", "h", "t");
      case 1 -> new EmailContent("s", text.replace('\u200b', '.'), "h", "t");
      case 2 -> new EmailContent("s", "", "<p title=\"" + text + "\"></p>", "t");
      case 3 -> new EmailContent("s", "", "h", text);
      case 4 -> new SmsContent(text, Optional.empty());
      case 5 ->
          new SmsContent("t", Optional.of(new GatewayTemplate("SMS_1", Map.of("code", text))));
      default -> new FieldsContent(Optional.empty(), Map.of("thing1", text));
    };
  }
}
