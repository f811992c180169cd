package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("sender-09")
class AdviceTest {
  private static final PlatformSender PLATFORM = PlatformSender.of("admin@platform.example");
  private static final SenderContext CONTEXT = SenderContext.of(PLATFORM, DomainStatus.UNKNOWN);
  private static final EmailAddress CONTACT = EmailAddress.of("service@annstea.example");
  private static final EmailAddress ORDERS = EmailAddress.of("orders@annstea.example");

  @Test
  void isNotGivenOnAGoodSender() {
    assertThat(advice("Ann's Tea", CONTACT.value())).isEmpty();
    assertThat(on(mailboxes(ORDERS, "smtp.annstea.example"))).isEmpty();
    assertThat(on(Mailboxes.of(CONTACT))).isEmpty();
  }

  @Test
  void isGivenOnANameAndAMailboxThatCouldBeAnybodys() {
    assertThat(advice("admin", "12345@qq.com"))
        .containsExactly(Advice.GENERIC_NAME, Advice.GENERIC_MAILBOX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin",
        " ADMIN ",
        "Ａｄｍｉｎ",
        "Admin 2",
        "12345",
        "test",
        "My Shop!",
        "my-store",
        "Tienda",
        "管理员",
        "我的店铺",
        "微店"
      })
  void isGivenOnAGenericName(String name) {
    assertThat(advice(name, CONTACT.value())).containsExactly(Advice.GENERIC_NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ann's Tea", "安记茶铺", "Tea Shop", "7-Eleven", "Info Books", "🍵", "Testa Rossa"})
  void isNotGivenOnANameOfItsOwn(String name) {
    assertThat(advice(name, CONTACT.value())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"admin", "Info", "test", "test01", "webmaster", "12345", "138-0013-8000", "管理员"})
  void isGivenOnAGenericMailbox(String local) {
    assertThat(advice("Ann's Tea", local + "@annstea.example"))
        .containsExactly(Advice.GENERIC_MAILBOX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"service", "hello", "orders", "ann", "ann88", "a1b2", "support", "安"})
  void isNotGivenOnAMailboxThatSaysWhatItIsFor(String local) {
    assertThat(advice("Ann's Tea", local + "@annstea.example")).isEmpty();
  }

  @Test
  void isOfTheMerchantsOwnMailboxesNotOfThePlatforms() {
    SenderPlan behind = SenderIdentity.of("Ann's Tea", "ann@126.com").plan(CONTEXT);
    SenderPlan own =
        SenderIdentity.of("Ann's Tea", "ann@126.com")
            .plan(CONTEXT.ownServer(EmailAddress.of("info@annstea.example")));

    assertThat(behind.from().address().local()).isEqualTo("admin");
    assertThat(behind.advice()).isEmpty();
    assertThat(own.advice()).containsExactly(Advice.GENERIC_MAILBOX);
  }

  @ParameterizedTest
  @CsvSource({
    "smtp.126.com, true",
    "SMTP.QQ.com, true",
    "smtp.vip.163.com, true",
    "smtp.sina.com.cn, true",
    "smtp.gmail.com, true",
    "smtp-mail.outlook.com, true",
    "smtp.mail.yahoo.com, true",
    "qq.com, true",
    "smtp.exmail.qq.com, false",
    "hwsmtp.exmail.qq.com, false",
    "smtp.qiye.163.com, false",
    "smtp.qiye.aliyun.com, false",
    "smtp-relay.gmail.com, false",
    "smtp.office365.com, false",
    "smtp.notqq.com, false",
    "127.0.0.1, false",
    "localhost, false"
  })
  void tellsAServerOfFreeMailFromABusinessOne(String host, boolean free) {
    assertThat(on(mailboxes(ORDERS, host)).contains(Advice.FREE_MAIL_HOST)).isEqualTo(free);
  }

  @Test
  void isGivenOnAPublicMailboxThatAnotherServerSendsFor() {
    EmailAddress free = EmailAddress.of("anntea@126.com");

    assertThat(on(mailboxes(free, "smtp.annstea.example"))).containsExactly(Advice.FOREIGN_SERVER);
    assertThat(on(mailboxes(free, "smtp.126.com"))).containsExactly(Advice.FREE_MAIL_HOST);
  }

  @Test
  void isGivenOnAContactThatIsTheNotificationMailboxInAnyCase() {
    EmailAddress same = EmailAddress.of("Service@annstea.example");

    assertThat(on(mailboxes(same, "smtp.annstea.example")))
        .containsExactly(Advice.CONTACT_IS_NOTIFICATION);
  }

  @Test
  void isGivenOnAContactThatIsAnAdminsMailbox() {
    assertThat(on(Mailboxes.of(CONTACT).withAdmins(ORDERS, CONTACT)))
        .containsExactly(Advice.CONTACT_IS_ADMIN);
    assertThat(on(Mailboxes.of(CONTACT).withAdmins(ORDERS))).isEmpty();
  }

  @Test
  void comesInOneOrderWhenThereIsMuch() {
    Mailboxes mailboxes = mailboxes(CONTACT, "smtp.qq.com").withAdmins(CONTACT);

    assertThat(on(mailboxes))
        .containsExactly(
            Advice.FREE_MAIL_HOST, Advice.CONTACT_IS_NOTIFICATION, Advice.CONTACT_IS_ADMIN);
  }

  private static List<Advice> advice(String name, String mailbox) {
    return SenderIdentity.of(name, mailbox).plan(CONTEXT).advice();
  }

  private static List<Advice> on(Mailboxes mailboxes) {
    return Advice.on(mailboxes, MailboxProviders.stock());
  }

  private static Mailboxes mailboxes(EmailAddress notification, String host) {
    return Mailboxes.of(CONTACT)
        .withNotification(
            new NotificationMailbox(notification, Endpoint.parse("smtps://u:p@" + host)));
  }
}
