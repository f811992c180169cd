package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.diagnosis.Dmarc;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.dns.DnsName;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DmarcAlignmentTest {
  private static final DomainName SHOP = DomainName.of("shop.example");
  private static final DomainName PLATFORM = DomainName.of("platform.example");
  private static final SenderIdentity OWN = SenderIdentity.of("Ann's Tea", "hi@mail.shop.example");
  private static final PlatformSender POST =
      PlatformSender.of("post@platform.example").returnPath("b@bounce.platform.example");

  @Test
  @Tag("sender-06")
  void isByBothForABrandWhoseBouncesComeToAHostOfTheSameOrganization() {
    SenderPlan plan = brand("bounce.mail.shop.example");

    assertThat(plan.alignment(AlignmentRule.relaxed(SHOP))).isEqualTo(DmarcAlignment.BOTH);
    assertThat(plan.alignment(AlignmentRule.relaxed(OWN.mailbox().domain())))
        .isEqualTo(DmarcAlignment.BOTH);
  }

  @Test
  @Tag("sender-06")
  void isWorkedOutByWhatWasFoundOfTheDomain() {
    SenderPlan plan = brand("bounce.mail.shop.example");
    DnsName organization = new DnsName("shop.example");

    assertThat(
            plan.alignment(
                AlignmentRule.of(new Dmarc(DmarcPolicy.REJECT, false, false, organization))))
        .isEqualTo(DmarcAlignment.BOTH);
    assertThat(
            plan.alignment(
                AlignmentRule.of(new Dmarc(DmarcPolicy.REJECT, false, true, organization))))
        .isEqualTo(DmarcAlignment.SIGNATURE);
  }

  @Test
  @Tag("sender-06")
  void isByTheSignatureAloneWhereTheReturnPathMustBeTheVeryDomain() {
    SenderPlan plan = brand("bounce.mail.shop.example");

    assertThat(plan.alignment(AlignmentRule.strict(SHOP))).isEqualTo(DmarcAlignment.SIGNATURE);
    assertThat(plan.alignment(new AlignmentRule(SHOP, false, true)))
        .isEqualTo(DmarcAlignment.SIGNATURE);
    assertThat(plan.alignment(new AlignmentRule(SHOP, true, false))).isEqualTo(DmarcAlignment.BOTH);
  }

  @Test
  @Tag("sender-05")
  void isByBothForThePlatformForm() {
    SenderPlan plan = OWN.plan(SenderContext.of(POST, DomainStatus.UNKNOWN));

    assertThat(plan.alignment(AlignmentRule.relaxed(PLATFORM))).isEqualTo(DmarcAlignment.BOTH);
    assertThat(plan.alignment(AlignmentRule.strict(PLATFORM))).isEqualTo(DmarcAlignment.SIGNATURE);
  }

  @Test
  @Tag("sender-05")
  void isByNeitherForTheLiteralFormAndAdviceSaysSo() {
    SenderPlan plan =
        OWN.plan(
            SenderContext.of(
                POST.policy(SenderPolicy.LITERAL),
                new DomainStatus(DomainState.PENDING, DmarcPolicy.NONE, Optional.empty())));

    assertThat(plan.alignment(AlignmentRule.relaxed(SHOP))).isEqualTo(DmarcAlignment.NEITHER);
    assertThat(plan.alignment(AlignmentRule.relaxed(SHOP)).isAligned()).isFalse();
    assertThat(plan.advice()).containsExactly(Advice.NOT_ALIGNED);
  }

  @Test
  @Tag("sender-17")
  void isByTheReturnPathForAStoresOwnServerWhoseSignatureNobodyKnows() {
    SenderPlan plan =
        OWN.plan(
            SenderContext.of(POST, DomainStatus.UNKNOWN)
                .ownServer(EmailAddress.of("orders@mail.shop.example")));

    assertThat(plan.alignment(AlignmentRule.strict(SHOP))).isEqualTo(DmarcAlignment.RETURN_PATH);
    assertThat(plan.alignment(AlignmentRule.relaxed(SHOP)).isAligned()).isTrue();
  }

  @Test
  void cannotBeAskedByTheRuleOfAnotherDomain() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brand("b.mail.shop.example").alignment(AlignmentRule.relaxed(PLATFORM)))
        .withMessage(
            "organizational domain platform.example is not above mail.shop.example: give the one of"
                + " the domain in From");
  }

  private static SenderPlan brand(String returnPath) {
    DomainStatus status =
        new DomainStatus(
            DomainState.EFFECTIVE, DmarcPolicy.REJECT, Optional.of(DomainName.of(returnPath)));
    return OWN.plan(SenderContext.of(POST, status));
  }
}
