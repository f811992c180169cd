package dev.shopbell.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
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
        "qq.com",
        "gmail.com",
        "outlook.com",
        "icloud.com",
        "QQ.COM."
      })
  void knowTheLargePublicProviders(String domain) {
    assertThat(MailboxProviders.stock().include(DomainName.of(domain))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example", "com.com", "mail.gmail.com", "notgmail.com"})
  void takeEveryOtherDomainToBeSomebodysOwn(String domain) {
    assertThat(MailboxProviders.stock().include(DomainName.of(domain))).isFalse();
  }

  @Test
  void canBeExtendedByAPlatformWithoutChangingTheStockList() {
    MailboxProviders extended = MailboxProviders.stock().with(List.of(LOCAL));

    assertThat(extended.include(LOCAL)).isTrue();
    assertThat(extended.include(DomainName.of("126.com"))).isTrue();
    assertThat(MailboxProviders.stock().include(LOCAL)).isFalse();
  }

  @Test
  void refuseToBeAskedForNothing() {
    assertThatNullPointerException()
        .isThrownBy(() -> MailboxProviders.stock().include(nothing()))
        .withMessage("domain");
  }

  @Test
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
    assertThat(lines().toList()).doesNotHaveDuplicates().hasSizeGreaterThan(90);
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
