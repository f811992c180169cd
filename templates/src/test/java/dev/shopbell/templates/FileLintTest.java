package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.NoticeTypes;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import dev.shopbell.sms.SmsProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a merchant gets wrong in a file, and the sentence that lets them mend it. */
@Tag("template-09")
class FileLintTest {
  private static final NoticeTypes TYPES =
      NoticeTypes.of(
          List.of(
              type("order.paid"),
              type("order.shipped"),
              NoticeType.builder("offer", Purpose.MARKETING, Route.firstOf(Channel.EMAIL))
                  .variables(Variable.of("coupon", Kind.TEXT))
                  .build()));

  private static NoticeType type(String name) {
    return NoticeType.builder(name, Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL))
        .variables(
            Variable.of("orderNumber", Kind.TEXT).longest(40),
            Variable.of("total", Kind.MONEY),
            Variable.of("buyer", Kind.TEXT).optional(),
            Variable.of("link", Kind.LINK).optional(),
            Variable.list("goods", Variable.of("title", Kind.TEXT)))
        .build();
  }

  private static final String GOOD =
      """
      --- subject
      Order {{orderNumber}} is paid
      --- html
      <p>{{orderNumber}}: {{ total }}</p>{{#goods}}<p>{{title}}</p>{{/goods}}
      """;

  private static Map<String, List<Problem>> lint(Map<String, String> files) {
    return FileLint.of(TYPES).check(files);
  }

  private static List<String> shown(String file, String content) {
    return lint(Map.of(file, content)).get(file).stream().map(FileLintTest::shown).toList();
  }

  private static String shown(Problem problem) {
    return "%s:%s %s %s"
        .formatted(
            problem.place().line(), problem.place().column(), problem.rule(), problem.message());
  }

  @Test
  void aGoodFileHasNothingWrong() {
    assertThat(shown("order.paid.en.mustache", GOOD)).isEmpty();
    assertThat(shown("templates/order.paid.en.mustache", GOOD)).isEmpty();
    assertThat(
            shown(
                "letter.html",
                "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\""
                    + " \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">"
                    + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><br/><img src=\"https://a.example/b.png\""
                    + " alt=\"\"><!--[if mso]><table><![endif]--><p>{{orderNumber}}</p></body></html>"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p>｛｛orderNumber｝｝</p>       | 5:4 full-width-braces these are full-width braces, which no template reads: switch the keyboard to half width and type {{ and }}",
        "<p>{{orderNumber｝｝</p>         | 5:4 syntax the tag is not closed: write }} behind its name",
        "<p>{orderNumber}</p>            | 5:4 single-braces this is no tag, and would be sent as it is written: write {{orderNumber}}",
        "<p>${total}</p>                 | 5:4 single-braces this is no tag",
        "<p>[[ total ]]</p>              | 5:4 single-braces this is no tag",
        "<p>%total%</p>                  | 5:4 single-braces this is no tag",
        "<p>{total}}</p>                 | 5:4 single-braces this is no tag",
        "<p>{ {total} }</p>              | 5:4 single-braces there is a space between the braces: write {{ together",
        "<p>{{total}</p><p>{{total}}</p> | 5:4 syntax the tag is not closed: write }} behind its name",
        "<p>{{order.total}}</p>          | 5:4 unknown-variable there is no variable order.total here: write {{total}}, without the word before the point",
        "<p>{{title}}</p>                | 5:4 unknown-variable there is no variable title here: it belongs to goods: put it inside {{#goods}} … {{/goods}}",
        "<p>{{ #buyer }}</p>             | 5:4 unknown-variable there is no variable #buyer here: write # right behind the braces, {{#buyer}}",
        "{{#if buyer}}Hi{{/if}}          | 5:1 syntax a section has a name alone, and is there if it has a value and for each item: write {{#buyer}} … {{/buyer}}",
        "{{/goods}}                      | 5:1 syntax closes nothing that is open",
        "<a href=“https://a.example/”>x</a> | 5:9 smart-quotes the attribute's value begins with a typographic quote, which HTML takes for a letter: write straight ones",
        "<a href=\"www.a.example/x\">x</a> | 5:10 link-without-https the address has no https:// before it",
        "<a href=\"/orders\">x</a>       | 5:10 link-without-https the address has no https:// before it",
        "<a href=\"javascript:x()\">x</a> | 5:4 active-content the address runs a script",
        "<p onclick=\"x()\">x</p>        | 5:4 active-content mail programs remove attributes that hold a script",
        "<meta http-equiv=\"refresh\" content=\"0;url=https://a.example/\"> | 5:1 active-content",
        "<div><p>x</p>                   | 5:1 unclosed-element it is opened here and not closed where it should be: write </div>",
        "<b>x</p>                        | 5:5 unopened-element it closes what is not open: take it away, or write <p> before",
      })
  void aMistakeInTheLetterIsNamedInTheFilesLines(String html, String told) {
    assertThat(shown("order.paid.en.mustache", GOOD + html))
        .anySatisfy(problem -> assertThat(problem).startsWith(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "order.paid.qq.mustache      | 1:1 unknown-locale there is no language qq: write it as en, es or zh-CN",
        "order.paid.cn.mustache      | 1:1 unknown-locale there is no language cn: did you mean zh-CN?",
        "order.paid.en_UK.mustache   | 1:1 unknown-locale there is no country UK, of en-UK: write its two letters of ISO 3166, GB, as in en-GB",
        "order.paid.english.mustache | 1:1 unknown-locale english in the file's name is no language",
        "order.paid.mustache         | 1:1 no-locale the file's name tells no language, and it is read as English",
        "order.payd.en.mustache      | 1:1 unknown-event there is no event order.payd: did you mean \"order.paid\"?",
        "order.paid.zh-CN.mustache   | 4:1 wrong-language this reads as no Chinese, and stands under zh-CN",
      })
  void aMistakeInTheFilesNameIsNamed(String file, String told) {
    assertThat(shown(file, GOOD + "<p>Thank you for your order, we pack it now</p>"))
        .anySatisfy(problem -> assertThat(problem).startsWith(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "order.paid.en.mustache    | 您的订单已付款，感谢您的惠顾                         | reads as Chinese",
        "order.paid.en.mustache    | Gracias por su pedido, los productos que ha comprado | reads as Spanish",
        "order.paid.es.mustache    | Thank you for your order, we have packed it          | reads as English",
        "order.paid.zh-CN.mustache | 您的訂單已付款，我們會盡快發貨                       | reads as Traditional Chinese",
        "order.paid.zh-TW.mustache | 您的订单已付款，我们会尽快发货                       | reads as Simplified Chinese",
      })
  void aTextInAnotherLanguageThanItsFileIsNamed(String file, String words, String told) {
    assertThat(shown(file, GOOD + "<p>" + words + "</p>"))
        .anySatisfy(problem -> assertThat(problem).contains("wrong-language", told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<b>Paid</b> {{orderNumber}}            | 6:1 html-in-text a text message has no HTML",
        "Order {{orderNumber}}, 20% off today   | 6:24 promotion-in-sms",
        "See {{#link}}{{link}}{{/link}}         | 6:14 link-in-sms gateways of mainland China hold back a message with a link",
        "See https://a.example/x                | 6:5 link-in-sms",
        "Paid. Reply STOP to unsubscribe        | 6:1 sms-refused with sample data, its text says how to opt out, and is not marketing",
        "您的订单已付款，我们正在备货，发货后会马上通知您，请留意短信，感谢您的惠顾和支持，祝您生活愉快，欢迎再次光临小店，有任何问题请随时联系客服 | 6:1 sms-segments the message is 2 segments with sample data, each charged: 80 characters with the signature, counted as cn; 10 fewer make it 1",
      })
  void aTextMessageIsCountedAsItsGatewaysDo(String sms, String told) {
    assertThat(shown("order.paid.en.mustache", GOOD + "--- sms\n" + sms))
        .anySatisfy(problem -> assertThat(problem).startsWith(told));
  }

  @Test
  void aTextMessageOverItsGatewaysCapIsAnError() {
    String file = "order.paid.en.mustache";

    assertThat(shown(file, GOOD + "--- sms\n" + "Order paid. ".repeat(50)))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .startsWith("6:1 sms-too-long the message is 610 characters long")
                    .contains("gateways take 500 characters of it, counted as cn: shorten it"));
    assertThat(
            FileLint.of(TYPES)
                .sms(SmsProfile.named("gsm"))
                .check(Map.of(file, GOOD + "--- sms\nSee https://a.example/x"))
                .get(file))
        .isEmpty();
  }

  @Test
  void whatEveryNoticeHasAndTheLetterNeverSaysIsNamed() {
    assertThat(shown("order.paid.en.mustache", GOOD.replace("{{ total }}", "")))
        .containsExactly(
            "4:1 unused-variable every notice has total, and the letter never says it: add"
                + " {{total}} where its reader should see it");
  }

  @Test
  void aPartThatIsNoneOfANoticesIsNamed() {
    assertThat(shown("order.paid.en.mustache", GOOD.replace("--- subject", "--- sujet")))
        .contains(
            "2:1 unknown-part nothing includes this part, and it is none of a notice's: did you"
                + " mean \"subject\"? Known: html, preheader, sms, subject, text",
            "1:1 missing-field a letter has a subject and HTML, and the subject is missing: write it");
    assertThat(shown("order.paid.en.mustache", GOOD + "{{>bye}}\n--- bye\n<p>Bye</p>")).isEmpty();
    assertThat(shown("order.paid.en.mustache", ""))
        .containsExactly("1:1 empty it says nothing: write a letter or a message");
  }

  @Test
  void whatAPartialHidesIsFoundInWhatIsRendered() {
    assertThat(shown("order.paid.en.mustache", GOOD + "{{>bye}}\n--- bye\n<iframe></iframe>"))
        .containsExactly(
            "4:1 active-content in a partial or a section: mail programs remove this element or"
                + " refuse the letter: take it out and link to a page");
  }

  @Test
  void filesOfOneEventSayTheSameInEachLanguage() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("order.paid.en.mustache", GOOD + "--- sms\nOrder {{orderNumber}}\n");
    files.put("order.paid.zh-CN.mustache", GOOD.replace("Order", "订单").replace("is paid", ""));
    files.put("order.shipped.en.mustache", GOOD);
    files.put("b/order.shipped.en.mustache", GOOD);

    Map<String, List<Problem>> problems = lint(files);
    assertThat(problems.get("order.paid.en.mustache")).isEmpty();
    assertThat(problems.get("order.paid.zh-CN.mustache"))
        .extracting(FileLintTest::shown)
        .containsExactly(
            "1:1 missing-translation zh-CN has no sms, and another language has: translate it, or"
                + " remove it there");
    assertThat(problems.get("order.shipped.en.mustache"))
        .extracting(FileLintTest::shown)
        .containsExactly(
            "1:1 missing-language order.shipped is not written in zh-CN, and other events here are:"
                + " translate it, as order.shipped.zh-CN.mustache");
    assertThat(problems.get("b/order.shipped.en.mustache"))
        .extracting(Problem::rule)
        .containsExactly("duplicate-file");
  }

  @Test
  @Tag("mail-02")
  void thePurposeDecidesWhatMayStandInASubject() {
    String sale = GOOD.replace("is paid", "20% off");
    String file = "order.paid.en.mustache";

    assertThat(shown(file, sale))
        .singleElement()
        .asString()
        .startsWith("2:23 promotion-in-subject a promotion stands in the subject");
    assertThat(FileLint.of(TYPES).purpose(Purpose.MARKETING).check(Map.of(file, sale)).get(file))
        .extracting(Problem::rule)
        .containsExactly("missing-unsubscribe", "missing-address");
    assertThat(shown("offer.en.mustache", "--- subject\nSale\n--- html\n<p>{{coupon}}</p>"))
        .extracting(problem -> problem.split(" ", 3)[1])
        .containsExactly("missing-unsubscribe", "missing-address");
  }

  @Test
  void aFileCanBeOfAnEventThatItsNameDoesNotTell() {
    assertThat(FileLint.of(TYPES).event("order.paid").check(Map.of("a.html", GOOD)).get("a.html"))
        .isEmpty();
    assertThatThrownBy(() -> FileLint.of(TYPES).event("order.payd"))
        .hasMessageContaining("did you mean \"order.paid\"?");
  }

  @Test
  void aTemplateOfFiveMegabytesIsRefusedByItsSize() {
    for (String part : List.of("x", "{{", "<img>", "{{#goods}}", "｛｛", "<b>")) {
      assertThat(shown("order.paid.en.mustache", part.repeat(5_000_000 / part.length())))
          .anySatisfy(problem -> assertThat(problem).contains("at most 262,144 are allowed"))
          .hasSize(1);
    }
  }
}
