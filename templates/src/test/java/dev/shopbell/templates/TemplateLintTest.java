package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A merchant's mistakes, and whether the sentence lets them mend each. */
@Tag("template-09")
class TemplateLintTest {
  static final NoticeType ORDER = type(Purpose.TRANSACTIONAL);

  static NoticeType type(Purpose purpose) {
    return NoticeType.builder("order.x", purpose, Route.firstOf(Channel.EMAIL))
        .variables(
            Variable.of("orderNumber", Kind.TEXT).longest(40),
            Variable.of("note", Kind.TEXT).optional(),
            Variable.of("terms", Kind.HTML).optional(),
            Variable.of("payLink", Kind.LINK).optional(),
            Variable.list(
                "goods", Variable.of("name", Kind.TEXT), Variable.of("price", Kind.MONEY)))
        .build();
  }

  private static TemplateDraft letter(String subject, String html) {
    return TemplateDraft.of(
        "order.x", Locale.ENGLISH, TemplateDraft.Text.letter(subject, "", html));
  }

  private static List<String> shown(TemplateDraft draft) {
    return TemplateLint.check(ORDER, draft).stream()
        .filter(problem -> !problem.rule().equals("unused-variable"))
        .map(
            problem ->
                "%s:%s %s %s"
                    .formatted(
                        problem.place().line(),
                        problem.place().column(),
                        problem.rule(),
                        problem.message()))
        .toList();
  }

  @Test
  void aGoodDraftHasNothingWrong() {
    assertThat(
            shown(
                letter(
                    "Your order {{orderNumber}}",
                    "<p>{{ orderNumber }}</p>{{! a note }}{{#note}}<p>{{note}}</p>{{/note}}{{#terms}}{{{terms}}}{{/terms}}"
                        + "{{#goods}}<p>{{name}}, {{price}}</p>{{/goods}}"
                        + "{{#payLink}}<a href=\"{{payLink}}\">Pay</a>{{/payLink}}"
                        + "{{#promotion}}<p>10% off next time</p>{{/promotion}}")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p>{{orderNumer}}</p>              | 1:4 unknown-variable there is no variable orderNumer here: did you mean \"orderNumber\"?",
        "<p>⏎  {{customer}}</p>             | 2:3 unknown-variable there is no variable customer here: known: goods,",
        "<p>{{name}}</p>                    | 1:4 unknown-variable there is no variable name here",
        "{{#goods}}{{title}}{{/goods}}      | 1:11 unknown-variable there is no variable title here",
        "{{#good}}x{{/good}}                | 1:1 unknown-variable there is no variable good here: did you mean \"goods\"?",
        "<p>{{note}}</p>                    | 1:4 optional-variable note may be missing, and would leave a gap: put it inside {{#note}} … {{/note}}",
        "<p>{{goods}}</p>                   | 1:4 not-text goods is no text but a list: open it as a section, {{#goods}} … {{/goods}}",
        "<p>{{{orderNumber}}}</p>           | 1:4 unescaped orderNumber is not declared as trusted HTML and cannot stand unescaped: write {{orderNumber}}",
        "{{#goods}}⏎<p>                     | 1:1 syntax is opened here and never closed: write {{/goods}} where it ends",
        "{{#goods}}{{/good}}                | 1:11 syntax closes another tag than the one that is open, {{#goods}} from line 1, column 1: write {{/goods}} first",
        "<p>{{orderNumber</p>               | 1:4 syntax the tag is not closed: write }} behind its name",
        "<p>{{order number}}</p>            | 1:4 syntax a name has no spaces",
        "{{>footer}}                        | 1:1 unknown-partial there is no partial footer",
        "<a href=\"http://shop.example/\">x</a> | 1:10 http-link an address begins with http://, which is not safe in a message: write https://",
        "<p onclick=\"{{orderNumber}}\">x</p> | 1:13 place stands in an attribute that holds a script",
        "<p title={{orderNumber}}>x</p>     | 1:10 place stands behind = without quotes: write quotes around it",
        "<script>x</script>                 | 1:1 active-content mail programs remove this element",
        "<img src=\"https://a.example/x.png\"> | 1:1 image-without-alt the image has no alt text",
        "<p title=\"x>y</p>                 | 1:1 place it begins in text and ends in an attribute's value: is a quote or a > missing?",
      })
  void aMistakeInTheLetterIsNamedWithItsPlaceAndRemedy(String html, String told) {
    assertThat(shown(letter("Order {{orderNumber}}", html.replace('⏎', '\n'))))
        .hasSizeLessThan(3)
        .anySatisfy(problem -> assertThat(problem).startsWith(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "20% off your next order            | promotion-in-subject a promotion stands in the subject of a transactional letter",
        "您的订单 {{orderNumber}}，双11优惠 | promotion-in-subject",
        "{{#promotion}}Sale{{/promotion}}   | promotion-in-subject",
        "Order⏎{{orderNumber}}              | one-line the subject is one line: join its lines",
        "Thank you very much for your order {{orderNumber}} which we will send very soon indeed | long-subject the subject is 82 characters long with sample data, and inboxes show about 70",
      })
  void aMistakeInTheSubjectIsNamed(String subject, String told) {
    assertThat(shown(letter(subject.replace('⏎', '\n'), "<p>{{orderNumber}}</p>")))
        .anySatisfy(problem -> assertThat(problem).contains(told));
  }

  @Test
  @Tag("mail-02")
  void aMarketingLetterNeedsAWayOutAndAnAddress() {
    NoticeType offer = type(Purpose.MARKETING);
    String footer =
        "{{#letter.unsubscribeLink}}<a href=\"{{letter.unsubscribeLink}}\">Unsubscribe</a>"
            + "{{/letter.unsubscribeLink}}{{#store.postalAddress}}{{store.postalAddress}}{{/store.postalAddress}}";

    String all = "<p>{{orderNumber}}</p>{{#goods}}<p>{{name}}</p>{{/goods}}";
    assertThat(TemplateLint.check(offer, letter("20% off", all)))
        .extracting(Problem::rule)
        .containsExactly("missing-unsubscribe", "missing-address");
    assertThat(TemplateLint.check(offer, letter("20% off", all + footer))).isEmpty();
  }

  @Test
  void whatOneLanguageSaysTheOthersSay() {
    TemplateDraft draft =
        letter("Order", "<p>x</p>")
            .in(
                Locale.SIMPLIFIED_CHINESE,
                TemplateDraft.Text.letter("订单", "", "<p>x</p>").sms("订单{{orderNumber}}"));

    assertThat(TemplateLint.check(ORDER, draft))
        .filteredOn(Problem::isError)
        .extracting(Problem::toString)
        .containsExactly(
            "template order.x en sms: en has no sms, and another language has: translate it, or"
                + " remove it there");
  }

  @Test
  void aFieldThatIsCutIsNamed() {
    TemplateDraft.Text text =
        TemplateDraft.Text.letter("Order", "", "<p>x</p>")
            .fields(
                Channel.WECHAT,
                new FieldSet(
                    "TM001", Map.of("thing1", new FieldText("Your order {{orderNumber}}", 20))));

    assertThat(shown(TemplateDraft.of("order.x", Locale.ENGLISH, text)))
        .containsExactly(
            "0:0 too-long it is 22 characters long with sample data, its channel takes 20, and the"
                + " rest is cut: shorten it");
  }

  @Test
  void aLanguageThatDoesNotExistIsNamed() {
    TemplateDraft draft =
        TemplateDraft.of(
            "order.x",
            Locale.forLanguageTag("qq-QQ"),
            TemplateDraft.Text.letter("Order", "", "<p>x</p>"));

    assertThat(shown(draft))
        .containsExactly(
            "0:0 unknown-locale there is no language qq-QQ: write it as en, es or zh-CN");
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    assertThat(shown(letter("{{a}}", "{{b}} {{c}}\n{{{orderNumber}}}"))).hasSize(4);
    assertThat(shown(letter("Order", "{{#goods}}{{title}}\n{{/good}}{{{orderNumber}}}")))
        .hasSize(3)
        .anySatisfy(told -> assertThat(told).startsWith("2:1 syntax closes another tag"))
        .anySatisfy(told -> assertThat(told).startsWith("1:11 unknown-variable"))
        .anySatisfy(told -> assertThat(told).startsWith("2:10 unescaped"));
  }

  private static List<Problem> lint(String file, String content) {
    return FileLint.of(StockTemplates.types()).check(Map.of(file, content)).get(file).stream()
        .filter(Problem::isError)
        .toList();
  }

  @Test
  void aFileIsCheckedByItsNameWithItsOwnLines() {
    String file = "--- subject\nOrder {{orderNumber}}\n--- html\n<p>\n{{totl}}\n</p>\n";

    assertThat(lint("order.paid.en.mustache", file))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.place().line()).isEqualTo(5);
              assertThat(problem.message()).contains("did you mean \"total\"?");
            });
    assertThat(lint("letter.html", "<p>{{orderNumbr}}</p>"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("orderNumber"));
  }
}
