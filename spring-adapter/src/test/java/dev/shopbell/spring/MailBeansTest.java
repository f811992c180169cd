package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.address.EmailAddress;
import dev.shopbell.dkim.DkimKeys;
import dev.shopbell.identity.Verp;
import dev.shopbell.notice.Notification;
import dev.shopbell.plan.SkipReason;
import dev.shopbell.plan.Skipped;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.suppression.InMemorySuppressionStore;
import dev.shopbell.suppression.SuppressionPolicy;
import dev.shopbell.suppression.SuppressionStore;
import dev.shopbell.suppression.Suppressions;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.OutboundEmail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Tag("spring-01")
class MailBeansTest {
  private final RecordingTransport mail = RecordingTransport.on(Channel.EMAIL);
  private final ApplicationContextRunner host =
      Host.with(mail).withPropertyValues("shopbell.platform.address=notices@host.example");

  @Test
  void signsWithTheHostsKeys() {
    List<String> asked = new ArrayList<>();
    DkimKeys keys =
        (store, domain) -> {
          asked.add(domain.value());
          return List.of();
        };
    host.withBean(DkimKeys.class, () -> keys)
        .run(
            context -> {
              Notifier notifier = context.getBean(Notifier.class);
              notifier.send(Host.STORE, Host.paid());
              notifier.dispatch();
              assertThat(asked).contains("host.example");
            });
  }

  @Test
  void givesEachLetterTheHostsReturnPath() {
    Verp verp =
        Verp.signed(
            SigningKeys.of("k1", Credential.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));
    host.withPropertyValues("shopbell.platform.return-path=bounces@host.example")
        .withBean(Verp.class, () -> verp)
        .run(
            context -> {
              Notifier notifier = context.getBean(Notifier.class);
              notifier.send(Host.STORE, Host.paid());
              notifier.dispatch();
              OutboundEmail letter = (OutboundEmail) mail.messages().get(0);
              assertThat(Verp.isMarked(letter.sender().returnPath().value())).isTrue();
            });
  }

  @Test
  void writesToNobodyOnTheHostsLists() {
    EmailAddress ann = EmailAddress.of("ann@mail.example");
    SuppressionStore store = new InMemorySuppressionStore();
    Suppressions lists = new Suppressions(store, SuppressionPolicy.STANDARD, Clock.systemUTC());
    lists.add(Host.STORE, ann);
    for (ApplicationContextRunner each :
        List.of(
            host.withBean(Suppressions.class, () -> lists),
            host.withBean(SuppressionStore.class, () -> store))) {
      each.run(
          context -> {
            Notification paid = Host.paid();
            assertThat(context.getBean(Notifier.class).send(Host.STORE, paid).skipped())
                .contains(new Skipped("order.paid", Channel.EMAIL, SkipReason.SUPPRESSED));
          });
    }
  }
}
