package dev.shopbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.DomainName;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.address.MailboxProviders;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.identity.SenderPlan.Via;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderIdentityTest {
  private static final SenderIdentity PUBLIC = SenderIdentity.of("Ann's Tea", "anntea@126.com");
  private static final SenderIdentity OWN = SenderIdentity.of("Ann's Tea", "hi@annstea.example");
  private static final DomainName PLATFORM_DOMAIN = DomainName.of("platform.example");
  private static final EmailAddress POST = EmailAddress.of("post@platform.example");
  private static final EmailAddress BOUNCES = EmailAddress.of("bounces@mail.platform.example");
  private static final PlatformSender REWRITE =
      PlatformSender.of(POST.value()).returnPath(BOUNCES.value());
  private static final PlatformSender LITERAL = REWRITE.policy(SenderPolicy.LITERAL);
  private static final EmailAddress ORDERS = EmailAddress.of("orders@send.example");

  @Test
  @Tag("sender-04")
  @Tag("sender-05")
  void standsBehindAPlatformAddressOnAPublicProvider() {
    SenderPlan plan = PUBLIC.plan(SenderContext.of(REWRITE, DomainStatus.UNKNOWN));

    assertThat(plan.via()).isEqualTo(Via.PLATFORM);
    assertThat(plan.from()).isEqualTo(new NamedAddress("Ann's Tea", POST));
    assertThat(plan.sender()).isEmpty();
    assertThat(plan.replyTo()).contains(PUBLIC.mailbox());
    assertThat(plan.returnPath()).isEqualTo(BOUNCES);
    assertThat(plan.dkimDomain()).contains(PLATFORM_DOMAIN);
    assertThat(plan.reason()).isEqualTo(SenderReason.PUBLIC_MAILBOX);
    assertThat(plan.shownAs()).isEqualTo("Ann's Tea <post@platform.example>");
  }

  @ParameterizedTest
  @EnumSource(value = DomainState.class, names = "EFFECTIVE", mode = EnumSource.Mode.EXCLUDE)
  @Tag("sender-04")
  @Tag("sender-05")
  void standsBehindAPlatformAddressUntilItsOwnDomainIsEffective(DomainState state) {
    SenderPlan plan = OWN.plan(SenderContext.of(REWRITE, status(state, DmarcPolicy.NONE)));

    assertThat(plan.via()).isEqualTo(Via.PLATFORM);
    assertThat(plan.from()).isEqualTo(new NamedAddress("Ann's Tea", POST));
    assertThat(plan.replyTo()).contains(OWN.mailbox());
    assertThat(plan.dkimDomain()).contains(PLATFORM_DOMAIN);
    assertThat(plan.reason()).isEqualTo(SenderReason.DOMAIN_NOT_EFFECTIVE);
  }

  @Test
  @Tag("sender-04")
  void staysOnBehalfOnAPublicProviderWhateverIsKnownOfItsDomain() {
    SenderPlan plan =
        PUBLIC.plan(SenderContext.of(REWRITE, status(DomainState.EFFECTIVE, DmarcPolicy.NONE)));

    assertThat(plan.from().address()).isEqualTo(POST);
    assertThat(plan.reason()).isEqualTo(SenderReason.PUBLIC_MAILBOX);
  }

  @Test
  void staysOnBehalfOnAProviderThatThePlatformHasAdded() {
    SenderContext context =
        new SenderContext(
            REWRITE,
            status(DomainState.EFFECTIVE, DmarcPolicy.NONE),
            Optional.empty(),
            MailboxProviders.stock().with(List.of(OWN.mailbox().domain())));

    assertThat(OWN.plan(context).reason()).isEqualTo(SenderReason.PUBLIC_MAILBOX);
  }

  @ParameterizedTest
  @EnumSource(
      value = DmarcPolicy.class,
      names = {"MISSING", "NONE"})
  @Tag("sender-04")
  @Tag("sender-05")
  void standsInFromItselfWhereThePlatformChoosesTheLiteralForm(DmarcPolicy dmarc) {
    SenderPlan plan = PUBLIC.plan(SenderContext.of(LITERAL, status(DomainState.UNVERIFIED, dmarc)));

    assertThat(plan.from()).isEqualTo(new NamedAddress("Ann's Tea", PUBLIC.mailbox()));
    assertThat(plan.sender()).contains(POST);
    assertThat(plan.replyTo()).isEmpty();
    assertThat(plan.returnPath()).isEqualTo(BOUNCES);
    assertThat(plan.dkimDomain()).contains(PLATFORM_DOMAIN);
    assertThat(plan.reason()).isEqualTo(SenderReason.PUBLIC_MAILBOX);
    assertThat(plan.shownAs()).isEqualTo("Ann's Tea <anntea@126.com> via platform.example");
  }

  @ParameterizedTest
  @EnumSource(
      value = DmarcPolicy.class,
      names = {"QUARANTINE", "REJECT"})
  @Tag("sender-05")
  void fallsBackToThePlatformFormWhereAStrictPolicyForbidsTheLiteralOne(DmarcPolicy dmarc) {
    for (SenderIdentity identity : List.of(PUBLIC, OWN)) {
      SenderPlan plan =
          identity.plan(SenderContext.of(LITERAL, status(DomainState.PENDING, dmarc)));

      assertThat(plan.from()).isEqualTo(new NamedAddress("Ann's Tea", POST));
      assertThat(plan.sender()).isEmpty();
      assertThat(plan.replyTo()).contains(identity.mailbox());
      assertThat(plan.reason()).isEqualTo(SenderReason.DMARC_FORBIDS_LITERAL);
    }
  }

  @Test
  @Tag("sender-05")
  void fallsBackToThePlatformFormWhereThePolicyIsNotKnownAndSaysThat() {
    SenderPlan plan = PUBLIC.plan(SenderContext.of(LITERAL, DomainStatus.UNKNOWN));

    assertThat(plan.from()).isEqualTo(new NamedAddress("Ann's Tea", POST));
    assertThat(plan.replyTo()).contains(PUBLIC.mailbox());
    assertThat(plan.reason()).isEqualTo(SenderReason.DMARC_NOT_KNOWN);
  }

  @Test
  @Tag("sender-06")
  void isAlignedAndAloneOnAnEffectiveDomain() {
    DomainStatus effective =
        new DomainStatus(
            DomainState.EFFECTIVE,
            DmarcPolicy.REJECT,
            Optional.of(DomainName.of("mail.annstea.example")));

    for (PlatformSender platform : List.of(REWRITE, LITERAL)) {
      SenderPlan plan = OWN.plan(SenderContext.of(platform, effective));

      assertThat(plan.via()).isEqualTo(Via.PLATFORM);
      assertThat(plan.from()).isEqualTo(new NamedAddress("Ann's Tea", OWN.mailbox()));
      assertThat(plan.sender()).isEmpty();
      assertThat(plan.replyTo()).isEmpty();
      assertThat(plan.returnPath().value()).isEqualTo("bounces@mail.annstea.example");
      assertThat(plan.returnPath().domain().isWithin(OWN.mailbox().domain())).isTrue();
      assertThat(plan.dkimDomain()).contains(OWN.mailbox().domain());
      assertThat(plan.reason()).isEqualTo(SenderReason.BRAND_DOMAIN);
      assertThat(plan.shownAs()).isEqualTo("Ann's Tea <hi@annstea.example>");
    }
  }

  @Test
  @Tag("sender-06")
  void takesBouncesAtItsMailboxWhereItsDomainHasNoReturnPath() {
    SenderPlan plan =
        OWN.plan(SenderContext.of(REWRITE, status(DomainState.EFFECTIVE, DmarcPolicy.NONE)));

    assertThat(plan.returnPath()).isEqualTo(OWN.mailbox());
  }

  @ParameterizedTest
  @MethodSource("statuses")
  @Tag("sender-17")
  void sendsAsItsNotificationMailboxThroughItsOwnServerWhateverItsDomain(DomainStatus status) {
    for (SenderIdentity identity : List.of(PUBLIC, OWN)) {
      SenderPlan plan = identity.plan(SenderContext.of(LITERAL, status).ownServer(ORDERS));

      assertThat(plan.via()).isEqualTo(Via.OWN_SERVER);
      assertThat(plan.from()).isEqualTo(new NamedAddress("Ann's Tea", ORDERS));
      assertThat(plan.returnPath()).isEqualTo(ORDERS);
      assertThat(plan.replyTo()).contains(identity.mailbox());
      assertThat(plan.sender()).isEmpty();
      assertThat(plan.dkimDomain()).isEmpty();
      assertThat(plan.reason()).isEqualTo(SenderReason.OWN_SERVER);
    }
  }

  @Test
  void needsNoReplyToWhereTheNotificationMailboxIsTheContact() {
    SenderPlan plan =
        OWN.plan(SenderContext.of(REWRITE, DomainStatus.UNKNOWN).ownServer(OWN.mailbox()));

    assertThat(plan.replyTo()).isEmpty();
    assertThat(plan.from().address()).isEqualTo(OWN.mailbox());
  }

  @ParameterizedTest
  @MethodSource("statuses")
  @Tag("sender-16")
  void getsEveryReplyAtItsContactMailbox(DomainStatus status) {
    for (SenderIdentity identity : List.of(PUBLIC, OWN)) {
      for (PlatformSender platform : List.of(REWRITE, LITERAL)) {
        SenderContext context = SenderContext.of(platform, status);
        for (SenderContext each : List.of(context, context.ownServer(ORDERS))) {
          SenderPlan plan = identity.plan(each);
          assertThat(plan.replyTo().orElse(plan.from().address())).isEqualTo(identity.mailbox());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("statuses")
  @Tag("sender-02")
  void showsTheShopsNameInEveryForm(DomainStatus status) {
    SenderIdentity identity = SenderIdentity.of("安的茶 🍵, \"Ann\"", "hi@annstea.example");
    for (PlatformSender platform : List.of(REWRITE, LITERAL)) {
      SenderPlan plan = identity.plan(SenderContext.of(platform, status));

      assertThat(plan.from().name()).isEqualTo("安的茶 🍵, \"Ann\"");
      assertThat(plan.shownAs())
          .startsWith("安的茶 🍵, \"Ann\" <" + plan.from().address().value() + ">");
    }
  }

  @ParameterizedTest
  @MethodSource("statuses")
  @Tag("sender-06")
  void signsForTheDomainInFromUnlessTheSenderIsShown(DomainStatus status) {
    for (SenderIdentity identity : List.of(PUBLIC, OWN)) {
      for (PlatformSender platform : List.of(REWRITE, LITERAL)) {
        SenderPlan plan = identity.plan(SenderContext.of(platform, status));
        EmailAddress shown = plan.sender().orElse(plan.from().address());
        assertThat(plan.dkimDomain()).contains(shown.domain());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Shop\r\nBcc: x@evil.example", "Shop\0"})
  @Tag("sender-02")
  void refusesANameThatCannotStandInAHeader(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SenderIdentity.of(name, "hi@annstea.example"))
        .withMessageStartingWith("sender name ")
        .withMessageNotContaining("Bcc");
  }

  @ParameterizedTest
  @EnumSource(SenderReason.class)
  void givesEveryReasonInOnePlainSentence(SenderReason reason) {
    assertThat(reason.text()).matches("[A-Z][^.]*\\.");
  }

  @Test
  void printsItsPlanMasked() {
    assertThat(OWN.plan(SenderContext.of(REWRITE, DomainStatus.UNKNOWN)))
        .hasToString(
            "SenderPlan[Ann's Tea <p***@platform.example> via PLATFORM: DOMAIN_NOT_EFFECTIVE]");
  }

  private static Stream<DomainStatus> statuses() {
    return Arrays.stream(DomainState.values())
        .flatMap(state -> Arrays.stream(DmarcPolicy.values()).map(policy -> status(state, policy)));
  }

  private static DomainStatus status(DomainState state, DmarcPolicy dmarc) {
    return new DomainStatus(state, dmarc, Optional.empty());
  }
}
