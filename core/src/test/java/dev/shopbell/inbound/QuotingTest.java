package dev.shopbell.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("routing-09")
class QuotingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Fri, Nov 20, 2026 at 8:15 AM Tea <notify@platform.example> wrote:\n\n> Hello",
        "On Fri, Nov 20, 2026 at 8:15 AM Ann's Tea\n<notify@platform.example> wrote:\n> Hello",
        "Am 20.11.26 um 08:15 schrieb Tea:\n> Hallo",
        "Le ven. 20 nov. 2026 à 08:15, Tea <notify@platform.example> a écrit :\n> Bonjour",
        "El vie, 20 nov 2026 a las 8:15, Tea (<notify@platform.example>) escribió:\n> Hola",
        "Em sex., 20 de nov. de 2026 às 08:15, Tea <n@platform.example> escreveu:\n> Olá",
        "Il giorno ven 20 nov 2026 alle ore 08:15 Tea <n@platform.example> ha scritto:\n> Ciao",
        "пт, 20 нояб. 2026 г. в 08:15, Tea <notify@platform.example> пишет:\n> Привет",
        "2026年11月20日(金) 8:15 Tea <notify@platform.example>:\n> こんにちは",
        "2026년 11월 20일 (금) 오전 8:15, Tea <notify@platform.example>님이 작성:\n> 안녕",
        "在 2026-11-20 16:15:29，\"Tea\" <notify@platform.example> 写道：\n>您好",
        "Tea <notify@platform.example> 于2026年11月20日周五 16:15写道：\n> 您好",
        "At 2026-11-20 16:15:29, \"Tea\" <notify@platform.example> wrote:\n>Hello",
        "------------------ 原始邮件 ------------------\n发件人: \"Tea\"\n您好",
        "-----Original Message-----\nFrom: Tea\nHello",
        "-----Ursprüngliche Nachricht-----\nVon: Tea\nHallo",
        "________________________________\nFrom: Tea\nSent: Friday\nHello",
        "From: Tea <notify@platform.example>\nSent: Friday\nTo: Ann\nSubject: Order\n\nHello",
        "发件人: Tea <notify@platform.example>\n发送时间: 2026年11月20日\n主题: 订单\n\n您好",
        "差出人: Tea <notify@platform.example>\n送信日時: 2026年11月20日\n件名: 注文\n\nこんにちは",
        "보낸 사람: Tea <notify@platform.example>\n보낸 날짜: 2026년\n제목: 주문\n\n안녕",
        "> Hello"
      })
  void partsWhatWasWrittenFromWhatIsQuoted(String quoted) {
    ReplyText text = Quoting.part("Where is my order?\n\n" + quoted);

    assertThat(text.own()).isEqualTo("Where is my order?");
    assertThat(text.quoted()).isEqualTo(quoted);
  }

  @Test
  void anAnswerBelowOrBetweenTheQuotedLinesIsTheAnswer() {
    ReplyText text =
        Quoting.part("On Friday, Ann's Tea wrote:\n> When?\nTomorrow.\n> Where?\nAt home.\n");

    assertThat(text.own()).isEqualTo("Tomorrow.\nAt home.");
    assertThat(text.quoted()).contains("> When?", "> Where?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will be there on Friday.\nSee you then.",
        "From: the beginning I liked it.\nThanks!",
        "He wrote: nothing.",
        "-- \nAnn Lee"
      })
  void plainWordsAreNoQuotation(String words) {
    assertThat(Quoting.part(words).own()).isEqualTo(words.strip());
    assertThat(Quoting.part(words).quoted()).isEmpty();
  }
}
