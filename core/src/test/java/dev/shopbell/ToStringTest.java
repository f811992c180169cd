package dev.shopbell;

import static dev.shopbell.Hidden.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.shopbell.address.Channel;
import dev.shopbell.address.DomainName;
import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.ClaimRequest;
import dev.shopbell.delivery.Composer;
import dev.shopbell.delivery.DispatchPorts;
import dev.shopbell.delivery.DispatchSettings;
import dev.shopbell.delivery.Rate;
import dev.shopbell.delivery.ReceiptName;
import dev.shopbell.delivery.RetryPolicy;
import dev.shopbell.delivery.SendResult;
import dev.shopbell.delivery.Window;
import dev.shopbell.dkim.ArrivedLetter;
import dev.shopbell.dkim.DkimRecord;
import dev.shopbell.dkim.DkimRotation;
import dev.shopbell.dkim.DkimSelectors;
import dev.shopbell.dkim.DkimSignature;
import dev.shopbell.domain.DomainChange;
import dev.shopbell.domain.DomainClaim;
import dev.shopbell.domain.DomainPolicy;
import dev.shopbell.domain.DomainSetup;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.domain.MailService;
import dev.shopbell.domain.SetupRefusal;
import dev.shopbell.domain.ThreeCnames;
import dev.shopbell.identity.AlignmentRule;
import dev.shopbell.identity.Readiness;
import dev.shopbell.inbound.Verdict;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.IdempotencyKey;
import dev.shopbell.notice.NoticeType;
import dev.shopbell.notice.Route;
import dev.shopbell.notice.Variable;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.plan.Skipped;
import dev.shopbell.sms.Bill;
import dev.shopbell.sms.DeliveredSms;
import dev.shopbell.sms.PricePlan;
import dev.shopbell.sms.PriceTier;
import dev.shopbell.sms.SmsCapacity;
import dev.shopbell.sms.SmsCharacter;
import dev.shopbell.sms.SmsCount;
import dev.shopbell.sms.SmsEstimate;
import dev.shopbell.sms.SmsExplanation;
import dev.shopbell.sms.SmsVariable;
import dev.shopbell.smtp.SmtpSettings;
import dev.shopbell.smtp.SmtpTls;
import dev.shopbell.store.Brand;
import dev.shopbell.store.StoreId;
import dev.shopbell.suppression.SuppressionPolicy;
import dev.shopbell.template.TemplateId;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Receipt;
import dev.shopbell.transport.TransportInfo;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that holds a recipient, a credential, a secret, data or content may print it. */
class ToStringTest {
  /** Values of the platform's and the shop's own, of which none is personal or secret. */
  private static final Set<Class<?>> NOTHING_TO_HIDE =
      Set.of(
          AlignmentRule.class,
          ArrivedLetter.class,
          Bill.class,
          Bill.Line.class,
          Brand.class,
          Brand.Link.class,
          Channel.class,
          ClaimRequest.class,
          DeliveredSms.class,
          Composer.Ports.class,
          DeliveryId.class,
          DispatchPorts.class,
          DispatchSettings.class,
          DkimRecord.class,
          DkimRotation.class,
          DkimSelectors.class,
          DkimSignature.class,
          DomainChange.class,
          DomainClaim.class,
          DomainClaim.Basis.class,
          DomainClaim.Checks.class,
          DomainName.class,
          DomainPolicy.class,
          DomainSetup.Sharing.class,
          DomainStatus.class,
          IdempotencyKey.class,
          MailService.class,
          MailService.Exchange.class,
          NoticeType.class,
          NoticeType.Policy.class,
          Outcome.Accepted.class,
          Rate.class,
          Readiness.class,
          Readiness.Mailbox.class,
          PricePlan.class,
          PriceTier.class,
          Receipt.class,
          RetryPolicy.class,
          Route.class,
          SendResult.class,
          SetupRefusal.class,
          SkipReason.class,
          Skipped.class,
          SmsCapacity.class,
          SmsCharacter.class,
          SmsCount.class,
          SmsEstimate.class,
          SmsExplanation.Pushed.class,
          SmsExplanation.Replacement.class,
          SmsExplanation.Saving.class,
          SmsVariable.class,
          SmtpSettings.class,
          SmtpTls.class,
          StoreId.class,
          TemplateId.class,
          ThreeCnames.class,
          TransportInfo.class,
          Variable.class,
          Window.class,
          Verdict.Other.class,
          ReceiptName.class,
          SuppressionPolicy.class,
          Backlog.class);

  /** What the DNS tells everybody. */
  private static final Set<String> PUBLIC = Set.of("dev.shopbell.dns", "dev.shopbell.diagnosis");

  @ParameterizedTest
  @MethodSource("samples")
  void printsNothingPersonalOrSecret(Object sample) {
    assertThat(sample.toString()).doesNotContain(HIDDEN);
  }

  @Test
  void isAskedOfEveryPublicRecordThatHasAnythingToHide() {
    Set<Class<?>> asked = samples().map(Object::getClass).collect(Collectors.toSet());
    asked.addAll(NOTHING_TO_HIDE);

    assertThat(publicRecords())
        .as("public records: give a sample of each, or name it as having nothing to hide")
        .hasSizeGreaterThan(50)
        .isSubsetOf(asked);
  }

  private static Set<Class<?>> publicRecords() {
    Set<Class<?>> records = new HashSet<>();
    for (JavaClass found :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.shopbell")) {
      if (found.isRecord()
          && found.getModifiers().contains(JavaModifier.PUBLIC)
          && !PUBLIC.contains(found.getPackageName())) {
        records.add(found.reflect());
      }
    }
    return records;
  }

  private static Stream<Object> samples() {
    return Stream.of(
            HiddenInSettings.samples(), HiddenInMessages.samples(), HiddenInNotices.samples())
        .flatMap(each -> each);
  }
}
