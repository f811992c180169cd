package dev.shopbell.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxProvidersTest {
  private static final DomainName LOCAL = DomainName.of("mail.country.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "126.com",
        "163.com",
        "yeah.net",
        "qq.com",
        "foxmail.com",
        "sina.com",
        "139.com",
        "189.cn",
        "aliyun.com",
        "yahoo.com.tw",
        "docomo.ne.jp",
        "naver.com",
        "mail.ru",
        "gmail.com",
        "outlook.com",
        "icloud.com",
        "proton.me",
        "web.de",
        "wp.pl",
        "seznam.cz",
        "libero.it",
        "uol.com.br",
        "bigpond.com",
        "QQ.COM."
      })
  @Tag("sender-03")
  void knowTheLargePublicProviders(String domain) {
    assertThat(MailboxProviders.stock().include(DomainName.of(domain))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example",
        "com.com",
        "mail.gmail.com",
        "notgmail.com",
        "tencent.com",
        "alibaba-inc.com",
        "google.com",
        "microsoft.com"
      })
  @Tag("sender-03")
  void takeEveryOtherDomainToBeSomebodysOwn(String domain) {
    assertThat(MailboxProviders.stock().include(DomainName.of(domain))).isFalse();
  }

  @Test
  @Tag("sender-03")
  void canBeExtendedByAPlatformWithoutChangingTheStockList() {
    MailboxProviders extended = MailboxProviders.stock().with(List.of(LOCAL));

    assertThat(extended.include(LOCAL)).isTrue();
    assertThat(extended.include(DomainName.of("126.com"))).isTrue();
    assertThat(MailboxProviders.stock().include(LOCAL)).isFalse();
  }

  @Test
  @Tag("sender-03")
  void canLoseADomainWithoutChangingTheStockList() {
    DomainName given = DomainName.of("email.cn");
    MailboxProviders fewer = MailboxProviders.stock().without(List.of(given));

    assertThat(fewer.include(given)).isFalse();
    assertThat(fewer.include(DomainName.of("126.com"))).isTrue();
    assertThat(MailboxProviders.stock().include(given)).isTrue();
  }

  @Test
  @Tag("sender-03")
  void canBeAPlatformsOwnList() {
    MailboxProviders own = LOCAL::equals;

    assertThat(own.include(LOCAL)).isTrue();
    assertThat(own.include(DomainName.of("126.com"))).isFalse();
  }

  @Test
  void sayHowManyTheyAre() {
    assertThat(MailboxProviders.stock().toString())
        .matches("MailboxProviders\\[stock, 3\\d\\d domains]");
  }

  @Test
  void refuseToBeAskedForNothing() {
    assertThatNullPointerException()
        .isThrownBy(() -> MailboxProviders.stock().include(nothing()))
        .withMessage("domain");
  }

  @Test
  @Tag("sender-03")
  void carryTheirVersion() throws Exception {
    assertThat(data().findFirst().orElseThrow())
        .matches("# .* Version \\d{4}-\\d{2}-\\d{2}\\. One domain a line\\.");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void areWrittenAsALabels(String line) {
    assertThat(DomainName.of(line).value()).isEqualTo(line);
  }

  @Test
  void nameNoDomainTwice() throws Exception {
    assertThat(lines().toList()).doesNotHaveDuplicates().hasSizeGreaterThan(300);
  }

  @Test
  void standInOrderUnderTheirCountry() throws Exception {
    String before = "";
    for (String line : data().toList()) {
      assertThat(line.startsWith("#") || before.startsWith("#") || before.compareTo(line) < 0)
          .as(line)
          .isTrue();
      before = line;
    }
  }

  @Test
  void haveNoEmptyGroupAndNoBlankLine() throws Exception {
    String text = String.join("\n", data().skip(1).toList());

    assertThat(text).doesNotContain("\n\n").doesNotContainPattern("\n#[^\n]*\n#");
  }

  private static Stream<String> lines() throws Exception {
    return data().filter(line -> !line.startsWith("#"));
  }

  private static Stream<String> data() throws Exception {
    try (var data = MailboxProviders.class.getResourceAsStream("mailbox-providers.txt")) {
      assertThat(data).isNotNull();
      return new String(data.readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  @SuppressWarnings("NullAway")
  private static DomainName nothing() {
    return null;
  }
}
