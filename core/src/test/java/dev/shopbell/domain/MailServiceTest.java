package dev.shopbell.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.dns.DnsName;
import dev.shopbell.internal.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain-15")
class MailServiceTest {
  private static MailService service(String id) {
    return MailService.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void knowsTheRecordsOfTheCommonServices() {
    assertThat(MailService.all()).hasSizeGreaterThan(15);
    assertThat(MailService.all()).extracting(MailService::id).doesNotHaveDuplicates();
    assertThat(MailService.all()).extracting(MailService::name).doesNotHaveDuplicates();
    assertThat(service("aliyun").name()).isEqualTo("阿里邮箱 (Alibaba Mail)");
    assertThat(service("aliyun").exchanges())
        .containsExactly(
            new MailService.Exchange(5, "mx1.qiye.aliyun.com"),
            new MailService.Exchange(10, "mx2.qiye.aliyun.com"),
            new MailService.Exchange(15, "mx3.qiye.aliyun.com"));
  }

  @Test
  void hasRecordsThatTheDnsCanHoldThePreferredFirst() {
    assertThat(MailService.all())
        .allSatisfy(
            service -> {
              assertThat(service.id()).matches("[a-z0-9-]+");
              assertThat(service.name()).isNotBlank();
              assertThat(service.exchanges())
                  .isNotEmpty()
                  .isSortedAccordingTo(Comparator.comparing(MailService.Exchange::preference))
                  .allMatch(exchange -> DnsName.of(exchange.host()).isPossible())
                  .allMatch(exchange -> exchange.host().matches("[a-z0-9.*-]+[a-z]"));
            });
  }

  @Test
  void saysWhatAStarStandsForWhereThereIsOne() {
    assertThat(service("microsoft365").note(Locale.ENGLISH).orElseThrow())
        .startsWith("The * stands for");
    assertThat(service("fastmail").note(Locale.ENGLISH)).isEmpty();
  }

  @Test
  void advisesInEachLanguage() {
    List<String> advice = Texts.LANGUAGES.stream().map(MailService::advice).toList();
    assertThat(advice).doesNotHaveDuplicates().allMatch(text -> text.contains("MX"));
    assertThat(MailService.advice(Locale.CHINA)).startsWith("请在以下任一服务商");
    assertThat(MailService.advice(Locale.FRANCE)).startsWith("Buy or open a business mailbox");
  }
}
