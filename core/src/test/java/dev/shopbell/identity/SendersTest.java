package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shopbell.address.Channel;
import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.Mailboxes;
import dev.shopbell.store.NotificationMailbox;
import dev.shopbell.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SendersTest {
  private static final PlatformSender PLATFORM = PlatformSender.of("post@platform.example");
  private static final DomainStatus EFFECTIVE =
      new DomainStatus(DomainState.EFFECTIVE, DmarcPolicy.REJECT, Optional.empty());
  private static final Store TEA = Store.builder("tea", "Ann's Tea", "hi@annstea.example").build();
  private static final Store BOOKS =
      Store.builder("books", "Bob's Books", "bobsbooks@126.com").build();

  private static final EmailAddress CONTACT = TEA.mailboxes().contact();
  private static final NotificationMailbox OWN =
      new NotificationMailbox(
          EmailAddress.of("orders@send.example"), Endpoint.parse("smtp://u:p@mail.example"));

  @Test
  void askForTheStatusOfTheContactMailboxsDomainForThatStore() {
    List<String> asked = new ArrayList<>();
    Senders senders =
        senders(
            (store, domain) -> {
              asked.add(store + " " + domain);
              return EFFECTIVE;
            });

    assertThat(senders.plan(TEA).reason()).isEqualTo(SenderReason.BRAND_DOMAIN);
    assertThat(asked).containsExactly("tea annstea.example");
  }

  @Test
  @Tag("sender-01")
  void giveEachStoreItsOwnNameAndMailbox() {
    Senders senders = senders((store, domain) -> EFFECTIVE);

    assertThat(senders.plan(TEA).from())
        .isEqualTo(new NamedAddress("Ann's Tea", EmailAddress.of("hi@annstea.example")));
    assertThat(senders.plan(BOOKS).from().name()).isEqualTo("Bob's Books");
    assertThat(senders.plan(BOOKS).replyTo()).contains(EmailAddress.of("bobsbooks@126.com"));
  }

  @Test
  @Tag("sender-01")
  void doNotChangeAStoresSenderWhenAnotherStoreChanges() {
    Senders senders = senders(SendingDomains.NONE);
    String books = described(senders.plan(BOOKS));
    String tea = described(senders.plan(TEA));

    Store renamed = TEA.toBuilder().name("Tea of Ann").build();

    assertThat(described(senders.plan(renamed))).isNotEqualTo(tea).contains("Tea of Ann");
    assertThat(described(senders.plan(BOOKS))).isEqualTo(books);
  }

  @Test
  @Tag("sender-01")
  void keepOneStoresDomainFromServingAnother() {
    Store copycat = Store.builder("copycat", "Copycat", "hi@annstea.example").build();
    Senders senders =
        senders((store, domain) -> store.equals(TEA.id()) ? EFFECTIVE : DomainStatus.UNKNOWN);

    assertThat(senders.plan(TEA).reason()).isEqualTo(SenderReason.BRAND_DOMAIN);
    assertThat(senders.plan(copycat).reason()).isEqualTo(SenderReason.DOMAIN_NOT_EFFECTIVE);
  }

  @Test
  @Tag("sender-17")
  void useTheStoresOwnServerWhereItHasOneAndTheContactOtherwise() {
    Store store = TEA.toBuilder().mailboxes(TEA.mailboxes().withNotification(OWN)).build();
    Senders senders = senders((id, domain) -> EFFECTIVE);

    SenderPlan plan = senders.plan(store);

    assertThat(plan.via()).isEqualTo(SenderPlan.Via.OWN_SERVER);
    assertThat(plan.from()).isEqualTo(new NamedAddress("Ann's Tea", OWN.address()));
    assertThat(plan.returnPath()).isEqualTo(OWN.address());
    assertThat(plan.replyTo()).contains(TEA.mailboxes().contact());
    assertThat(senders.plan(TEA).from().address()).isEqualTo(TEA.mailboxes().contact());
  }

  @Test
  @Tag("sender-03")
  void takeDomainsThatThePlatformAddedForPublicOnes() {
    Senders senders =
        new Senders(
            PLATFORM,
            (store, domain) -> EFFECTIVE,
            MailboxProviders.stock().with(List.of(DomainName.of("annstea.example"))));

    assertThat(senders.plan(TEA).reason()).isEqualTo(SenderReason.PUBLIC_MAILBOX);
  }

  @Test
  @Tag("sender-12")
  void keepTheStoresServerWhereItsContactMailboxChanges() {
    Store before = TEA.toBuilder().mailboxes(TEA.mailboxes().withNotification(OWN)).build();
    Mailboxes changed =
        Mailboxes.of(EmailAddress.of("ann@126.com"))
            .withNotification(before.mailboxes().notification().orElseThrow());
    Store after = before.toBuilder().mailboxes(changed).build();
    Senders senders = senders((id, domain) -> EFFECTIVE);

    assertThat(after.account(Channel.EMAIL)).isEqualTo(before.account(Channel.EMAIL));
    assertThat(senders.plan(after).from()).isEqualTo(senders.plan(before).from());
    assertThat(senders.plan(after).returnPath()).isEqualTo(senders.plan(before).returnPath());
    assertThat(senders.plan(after).replyTo()).contains(EmailAddress.of("ann@126.com"));
  }

  @Test
  @Tag("sender-09")
  void adviseOnThePlanAndOnTheMailboxes() {
    Store weak =
        TEA.toBuilder().name("test").mailboxes(TEA.mailboxes().withAdmins(CONTACT)).build();

    assertThat(senders(SendingDomains.NONE).advice(weak))
        .containsExactly(Advice.GENERIC_NAME, Advice.CONTACT_IS_ADMIN);
    assertThat(senders(SendingDomains.NONE).advice(TEA)).isEmpty();
  }

  @Test
  @Tag("sender-14")
  void reportHowReadyTheStoresMailboxesAreByItsDomainsStatus() {
    assertThat(senders(SendingDomains.NONE).readiness(TEA).contact().gaps())
        .containsExactly(Gap.CONTACT_DOMAIN_NOT_SET_UP);
    assertThat(senders((store, domain) -> EFFECTIVE).readiness(TEA).contact().gaps()).isEmpty();
    assertThat(senders(SendingDomains.NONE).readiness(BOOKS).contact().gaps()).isEmpty();
  }

  @Test
  void passOnThatTheStatusCouldNotBeAsked() {
    Senders senders =
        senders(
            (store, domain) -> {
              throw new IllegalStateException("could not ask");
            });

    assertThatIllegalStateException()
        .isThrownBy(() -> senders.plan(TEA))
        .withMessage("could not ask");
  }

  private static Senders senders(SendingDomains domains) {
    return new Senders(PLATFORM, domains, MailboxProviders.stock());
  }

  private static String described(SenderPlan plan) {
    return String.join(
        "|",
        plan.shownAs(),
        plan.sender().map(EmailAddress::value).orElse(""),
        plan.replyTo().map(EmailAddress::value).orElse(""),
        plan.returnPath().value(),
        plan.dkimDomain().map(DomainName::value).orElse(""),
        plan.reason().name());
  }
}
