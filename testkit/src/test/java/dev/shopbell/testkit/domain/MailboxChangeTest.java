package dev.shopbell.testkit.domain;

import static dev.shopbell.testkit.domain.BrandPlatform.ANN;
import static dev.shopbell.testkit.domain.BrandPlatform.COFFEE;
import static dev.shopbell.testkit.domain.BrandPlatform.DOMAIN;
import static dev.shopbell.testkit.domain.BrandPlatform.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.Domains;
import dev.shopbell.domain.MailboxChange;
import dev.shopbell.domain.SetupRefusal;
import dev.shopbell.testkit.dns.DnsFault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("domain-11")
@Tag("sender-12")
class MailboxChangeTest {
  private static final DomainName OTHER = DomainName.of("bo.example");

  private final BrandPlatform platform = new BrandPlatform();
  private final Domains domains = platform.domains();

  @BeforeEach
  void anotherDomain() {
    platform.world.zone("bo.example", BrandPlatform.MAIL, "127.0.0.6");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  private MailboxChange change(String old, String mailbox) {
    return domains
        .changeMailbox(TEA, Optional.of(EmailAddress.of(old)), EmailAddress.of(mailbox))
        .join();
  }

  @Test
  void anotherMailboxOnAVerifiedDomainNeedsNothing() {
    platform.effective(domains, TEA, ANN.value());
    int asked = platform.world.recursive().asked();
    MailboxChange change = change(ANN.value(), "bo@annstea.example");

    assertThat(change)
        .isEqualTo(
            new MailboxChange(true, DomainState.EFFECTIVE, Optional.empty(), Optional.empty()));
    assertThat(platform.world.recursive().asked()).isEqualTo(asked);
    assertThat(platform.mailboxes)
        .containsExactly("tea ann@annstea.example", "tea bo@annstea.example");
  }

  @Test
  void anotherMailboxOnADomainThatIsNotVerifiedYetKeepsItsRecords() {
    DomainSetup first = platform.change(domains, TEA, ANN.value()).setup().orElseThrow();
    MailboxChange change = change(ANN.value(), "bo@annstea.example");
    assertThat(change.state()).isEqualTo(DomainState.PENDING);
    assertThat(change.setup().orElseThrow().records()).isEqualTo(first.records());
    assertThat(platform.changes).hasSize(1);
  }

  @Test
  void anotherMailboxOnADomainThatWasSetUpIsNotRefusedBecauseTheDnsFails() {
    DomainSetup first = platform.change(domains, TEA, ANN.value()).setup().orElseThrow();
    platform.world.recursive().always(DnsFault.SERVFAIL);
    MailboxChange change = change(ANN.value(), "bo@annstea.example");
    assertThat(change.accepted()).isTrue();
    assertThat(change.setup().orElseThrow().records()).isEqualTo(first.records());
  }

  @Test
  void anotherDomainOfItsOwnNeedsVerificationAndTheFirstStaysAsItIs() {
    platform.effective(domains, TEA, ANN.value());
    MailboxChange change = change(ANN.value(), "ann@bo.example");

    assertThat(change.accepted()).isTrue();
    assertThat(change.state()).isEqualTo(DomainState.PENDING);
    assertThat(change.setup().orElseThrow().domain()).isEqualTo(OTHER);
    assertThat(domains.status(TEA, OTHER).state()).isEqualTo(DomainState.PENDING);
    assertThat(platform.state(domains)).isEqualTo(DomainState.EFFECTIVE);
    assertThat(platform.mailboxes).contains("tea ann@bo.example");
  }

  @Test
  void backOnAVerifiedDomainNothingIsNeededEvenWhileTheDnsFailsAndALookFollows() {
    platform.effective(domains, TEA, ANN.value());
    change(ANN.value(), "ann@bo.example");
    platform.run(domains, Duration.ofDays(3));
    platform.world.recursive().always(DnsFault.SERVFAIL);
    MailboxChange back = change("ann@bo.example", ANN.value());

    assertThat(back)
        .isEqualTo(
            new MailboxChange(true, DomainState.EFFECTIVE, Optional.empty(), Optional.empty()));
    assertThat(platform.claim(TEA, DOMAIN).checks().next()).isEqualTo(platform.clock.instant());
    platform.world.recursive().reset();
    assertThat(domains.lookAtDue(9).join()).isPositive();
    assertThat(platform.world.recursive().asked()).isPositive();
    assertThat(platform.state(domains)).isEqualTo(DomainState.EFFECTIVE);
  }

  @Test
  void backOnADomainThatIsStillPendingItIsLookedAtSoonAgain() {
    platform.change(domains, TEA, ANN.value());
    platform.run(domains, Duration.ofDays(20));
    change("ann@qq.com", ANN.value());
    assertThat(platform.claim(TEA, DOMAIN).checks().next())
        .isEqualTo(platform.clock.instant().plusSeconds(30));
  }

  @Test
  void aPublicProvidersMailboxIsAcceptedAndSentOnBehalf() {
    MailboxChange change = change(ANN.value(), "ann@qq.com");
    assertThat(change.accepted()).isTrue();
    assertThat(change.state()).isEqualTo(DomainState.UNVERIFIED);
    assertThat(change.setup()).isEmpty();
    assertThat(change.refusal().map(SetupRefusal::reason))
        .contains(SetupRefusal.Reason.PUBLIC_PROVIDER);
    assertThat(platform.mailboxes).containsExactly("tea ann@qq.com");
  }

  @Test
  void aMailboxThatCannotBeIsRefusedAndNothingIsTold() {
    MailboxChange change = change(ANN.value(), "ann@nobody.example");
    assertThat(change.accepted()).isFalse();
    assertThat(change.refusal().map(SetupRefusal::reason))
        .contains(SetupRefusal.Reason.MAILBOX_INVALID);
    assertThat(platform.mailboxes).isEmpty();
    assertThat(platform.changes).isEmpty();
    assertThat(platform.registry.claims(DomainName.of("nobody.example"))).isEmpty();
  }

  @Test
  void oneStoresChangeTouchesNoOther() {
    platform.effective(domains, TEA, ANN.value());
    platform.change(domains, COFFEE, "bo@bo.example");
    assertThat(domains.status(TEA, OTHER).state()).isEqualTo(DomainState.UNVERIFIED);
    assertThat(domains.status(COFFEE, DOMAIN).state()).isEqualTo(DomainState.UNVERIFIED);
    assertThat(platform.state(domains)).isEqualTo(DomainState.EFFECTIVE);
  }
}
