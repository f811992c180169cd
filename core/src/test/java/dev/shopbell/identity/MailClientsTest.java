package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("sender-08")
class MailClientsTest {
  private static final SenderIdentity PUBLIC = SenderIdentity.of("Shop", "a@126.com");
  private static final SenderIdentity OWN = SenderIdentity.of("Shop", "hi@shop.example");
  private static final PlatformSender PLATFORM = PlatformSender.of("post@platform.example");
  private static final PlatformSender BOUNCING =
      PLATFORM.returnPath("bounces@bounce.platform.example");
  private static final EmailAddress ORDERS = EmailAddress.of("orders@send.example");

  @Test
  void showThePlatformFormAlikeEverywhereWhereBouncesComeToTheAddressInFrom() {
    SenderPlan plan = PUBLIC.plan(context(PLATFORM, DomainState.UNVERIFIED));

    assertThat(plan.shownAs()).isEqualTo("Shop <post@platform.example>");
    assertThat(plan.shownOtherwise()).isEmpty();
  }

  @Test
  void showInChinaThatBouncesComeToAnotherDomainThanThePlatformForms() {
    SenderPlan plan = PUBLIC.plan(context(BOUNCING, DomainState.UNVERIFIED));
    String line = "Shop <post@platform.example> (由 bounces@bounce.platform.example 代发)";

    assertThat(plan.shownAs()).isEqualTo("Shop <post@platform.example>");
    assertThat(plan.shownOtherwise())
        .isEqualTo(Map.of(MailClients.QQ, line, MailClients.NETEASE, line));
  }

  @Test
  void differOnAnotherMailboxOfTheSameDomainInNetEaseAlone() {
    SenderPlan plan =
        PUBLIC.plan(context(PLATFORM.returnPath("b@platform.example"), DomainState.PENDING));

    assertThat(plan.shownOtherwise())
        .isEqualTo(
            Map.of(MailClients.NETEASE, "Shop <post@platform.example> (由 b@platform.example 代发)"));
  }

  @Test
  void showTheLiteralFormAsViaOnBehalfAndSentByAnother() {
    SenderPlan plan =
        PUBLIC.plan(context(BOUNCING.policy(SenderPolicy.LITERAL), DomainState.UNVERIFIED));
    String sentBy = "Shop <a@126.com> (由 bounces@bounce.platform.example 代发)";

    assertThat(plan.shownAs()).isEqualTo("Shop <a@126.com> via platform.example");
    assertThat(plan.shownAs(MailClients.GMAIL)).isEqualTo(plan.shownAs());
    assertThat(plan.shownOtherwise())
        .isEqualTo(
            Map.of(
                MailClients.OUTLOOK, "post@platform.example on behalf of Shop <a@126.com>",
                MailClients.QQ, sentBy,
                MailClients.NETEASE, sentBy));
  }

  @Test
  void showABrandAloneEverywhereWhereBouncesComeToItsMailbox() {
    SenderPlan plan = OWN.plan(context(BOUNCING, DomainState.EFFECTIVE));

    assertThat(plan.shownAs()).isEqualTo("Shop <hi@shop.example>");
    assertThat(plan.shownOtherwise()).isEmpty();
  }

  @Test
  @Tag("sender-06")
  void showInChinaThatABrandsBouncesComeToAHostBelowIt() {
    DomainStatus status =
        new DomainStatus(
            DomainState.EFFECTIVE,
            DmarcPolicy.REJECT,
            Optional.of(DomainName.of("bounce.shop.example")));
    SenderPlan plan = OWN.plan(SenderContext.of(BOUNCING, status));
    String sentBy = "Shop <hi@shop.example> (由 bounces@bounce.shop.example 代发)";

    assertThat(plan.shownAs(MailClients.GMAIL)).isEqualTo("Shop <hi@shop.example>");
    assertThat(plan.shownOtherwise())
        .isEqualTo(Map.of(MailClients.QQ, sentBy, MailClients.NETEASE, sentBy));
  }

  @Test
  @Tag("sender-17")
  void showAStoresOwnServerAsItsNotificationMailboxEverywhere() {
    SenderPlan plan = PUBLIC.plan(context(BOUNCING, DomainState.UNVERIFIED).ownServer(ORDERS));

    assertThat(plan.shownAs()).isEqualTo("Shop <orders@send.example>");
    assertThat(plan.shownOtherwise()).isEmpty();
  }

  private static SenderContext context(PlatformSender platform, DomainState state) {
    return SenderContext.of(platform, new DomainStatus(state, DmarcPolicy.NONE, Optional.empty()));
  }
}
