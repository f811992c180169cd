package dev.shopbell.templates;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.Channel;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import dev.shopbell.notice.Variable.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagCheckTest {
  private static final NoticeType ORDER =
      type(
          Variable.of("number", Kind.TEXT),
          Variable.of("note", Kind.TEXT).optional(),
          Variable.of("gift", Kind.FLAG),
          Variable.of("link", Kind.LINK).optional(),
          Variable.list(
              "goods",
              Variable.of("name", Kind.TEXT),
              Variable.of("options", Kind.TEXT).optional()));
  private static final Map<String, String> PARTIALS =
      Map.of(
          "line", "{{name}}",
          "loop", "{{>loop}}",
          "frame", "<html>{{$body}}{{/body}}</html>",
          "anchor", "<a href=\"{{$href}}{{/href}}\">{{number}}</a>");

  private static NoticeType type(Variable... variables) {
    return NoticeType.builder("order.x", Purpose.TRANSACTIONAL, Route.firstOf(Channel.EMAIL))
        .variables(variables)
        .build();
  }

  private static void check(Field field, String text) {
    TagCheck.check("order.x en " + field, ORDER, field, text, PARTIALS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{number}} {{store.name}} {{letter.lang}}",
        "{{#note}}{{note}}{{/note}}{{^note}}nothing{{/note}}",
        "{{#goods}}{{name}}{{#options}}{{options}}{{/options}}{{#last}}.{{/last}}{{/goods}}",
        "{{#goods}}{{>line}}{{/goods}}",
        "{{#gift}}A gift{{/gift}}",
        "{{<frame}}{{$body}}{{number}}{{/body}}{{/frame}}",
        "{{#link}}<a href=\"{{link}}\">{{number}}</a>{{/link}}",
        "{{#link}}{{<anchor}}{{$href}}{{link}}{{/href}}{{/anchor}}{{/link}}",
        "{{#note}}{{#goods}}{{note}}{{/goods}}{{/note}}",
        "a } b { c }} d",
      })
  void whatIsDeclaredMayBeUsed(String text) {
    assertThatCode(() -> check(Field.HTML, text)).doesNotThrowAnyException();
  }

  @Test
  void anUndeclaredVariableIsNamedWithItsTemplateFieldAndLine() {
    assertThatThrownBy(() -> check(Field.TEXT, "{{number}}\n\nYour {{colour}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "template order.x en text, line 3: {{colour}} is not declared by notice type order.x,"
                + " which has number, note, gift, link, goods, store and letter");
  }

  @Test
  void aPartialIsNamedWithTheFieldThatUsesIt() {
    assertThatThrownBy(() -> check(Field.TEXT, "{{>line}}"))
        .hasMessageStartingWith(
            "template order.x en text > line, line 1: {{name}} is not declared");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{note}}                          | note is optional: put it inside {{#note}} and {{/note}}",
        "{{#goods}}{{options}}{{/goods}}   | goods.options is optional",
        "{{#note}}{{/note}}{{note}}        | note is optional",
        "{{^note}}{{note}}{{/note}}        | note is optional",
        "{{goods}}                         | goods is no text",
        "{{gift}}                          | gift is no text",
        "{{name}}                          | {{name}} is not declared",
        "{{first}}                         | {{first}} is not declared",
        "{{#colour}}{{/colour}}            | {{colour}} is not declared",
        "{{^colour}}{{/colour}}            | {{colour}} is not declared",
        "{{store.password}}                | {{store.password}} is not declared",
        "{{{number}}}                      | {{ begins no tag that can be used here",
        "{{&number}}                       | {{ begins no tag that can be used here",
        "{{=<% %>=}}                       | {{ begins no tag that can be used here",
        "{{>*number}}                      | {{ begins no tag that can be used here",
        "{{number                          | {{ begins no tag that can be used here",
        "{{>missing}}                      | there is no partial missing",
        "{{>loop}}                         | partial loop is nested deeper than 8",
        "{{#note}}                         | {{#note}} is not closed",
        "{{/note}}                         | {{/note}} closes what is not open",
        "{{#note}}{{/goods}}               | {{/goods}} closes what is not open",
      })
  void anythingElseIsRefusedWithItsRemedy(String text, String problem) {
    assertThatThrownBy(() -> check(Field.TEXT, text)).hasMessageContaining(": " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href=\"{{number}}\">x</a>           | number is no link",
        "<img src=\"{{store.name}}\"/>          | store.name is no link",
        "{{#link}}<p>{{link}}</p>{{/link}}      | link is a link: it stands in href alone",
        "{{#link}}<a title=\"{{link}}\">x</a>{{/link}} | link is a link: it stands in href alone",
      })
  void inHtmlALinkStandsInHrefAndNothingElseDoes(String text, String problem) {
    assertThatThrownBy(() -> check(Field.HTML, text)).hasMessageContaining(": " + problem);
  }

  @Test
  void aFieldThatWouldBeTakenFromOutsideItsListIsRefused() {
    NoticeType confusing =
        type(
            Variable.of("note", Kind.TEXT),
            Variable.list("goods", Variable.of("note", Kind.TEXT).optional()));

    assertThatThrownBy(
            () ->
                TagCheck.check(
                    "order.x en text",
                    confusing,
                    Field.TEXT,
                    "{{#goods}}{{#note}}{{note}}{{/note}}{{/goods}}",
                    Map.of()))
        .hasMessageContaining("goods.note is optional and note is a name outside the list, too");
  }

  @ParameterizedTest
  @ValueSource(strings = {"store", "letter"})
  void aNameThatTemplatesHaveAlreadyIsRefused(String name) {
    NoticeType taken = type(Variable.of(name, Kind.TEXT));

    assertThatThrownBy(() -> TagCheck.check("order.x en sms", taken, Field.SMS, "Hi", Map.of()))
        .hasMessageContaining("notice type order.x declares " + name);
  }

  @Test
  void everyStockTextIsHeldAgainstItsType() {
    for (NoticeType type : StockTypes.ALL) {
      Words words = Words.read(type, StockTemplates.LOCALES);
      words
          .scripts()
          .forEach(
              (locale, script) -> {
                for (Field field : List.copyOf(script.fields().keySet())) {
                  String text = script.fields().get(field) + "{{unheard}}";
                  assertThatThrownBy(
                          () -> TagCheck.check("x", type, field, text, script.partials()))
                      .hasMessageContaining("{{unheard}} is not declared");
                }
              });
    }
  }
}
