package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.address.Channel;
import dev.shopbell.transport.Outcome.Accepted;
import dev.shopbell.transport.Outcome.Deferred;
import dev.shopbell.transport.Outcome.Rejected;
import dev.shopbell.transport.Outcome.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("delivery-09")
class TransportGroupTest {
  private static final Accepted YES = Accepted.of("fake", "1");
  private final Fake good = Fake.answering(YES);

  @ParameterizedTest
  @EnumSource(Reason.class)
  @Tag("spi-03")
  void goesOnAfterARefusalAboutTheSenderOrTheAccountAlone(Reason reason) {
    Rejected refusal = new Rejected(reason, "no");
    boolean another =
        reason.scope() == Reason.Scope.SENDER || reason.scope() == Reason.Scope.ACCOUNT;
    assertThat(send(failover(Fake.answering(refusal), good))).isEqualTo(another ? YES : refusal);
    assertThat(good.contexts).hasSize(another ? 1 : 0);
  }

  @Test
  @Tag("spi-03")
  void goesOnAfterADeferral() {
    Fake busy = Fake.answering(Deferred.of(Reason.UNAVAILABLE, "busy"));
    assertThat(send(failover(busy, good))).isEqualTo(YES);
  }

  @Test
  @Tag("delivery-03")
  void anUnknownOutcomeIsNeverTriedAtTheNextProvider() {
    Fake cut = Fake.answering(new Unknown("cut"));
    Fake throwing =
        new Fake(
            context -> {
              throw new IllegalStateException("bug");
            });
    assertThat(send(failover(cut, good))).isInstanceOf(Unknown.class);
    assertThat(send(failover(throwing, good))).isInstanceOf(Unknown.class);
    assertThat(good.contexts).isEmpty();
  }

  @Test
  void answersTheDeferralThatEndsFirstBeforeAnyRefusal() {
    Fake refused = Fake.answering(new Rejected(Reason.AUTHENTICATION, "535"));
    Fake slow = Fake.answering(wait(60));
    Fake soon = Fake.answering(wait(5));
    assertThat(send(failover(refused, slow, soon))).isEqualTo(wait(5));
    assertThat(send(failover(refused))).isEqualTo(new Rejected(Reason.AUTHENTICATION, "535"));
  }

  @Test
  void roundRobinBeginsWithTheNextEachTimeAndStillFailsOver() {
    Fake down = Fake.answering(wait(5));
    Fake a = Fake.answering(YES);
    Transport group = new TransportGroup(Fake.CLOCK, "roundrobin", List.of(a, good, down), true);
    for (int i = 0; i < 6; i++) {
      assertThat(send(group)).isEqualTo(YES);
    }
    assertThat(a.contexts).hasSize(4);
    assertThat(good.contexts).hasSize(2);
    assertThat(down.contexts).hasSize(2);
  }

  @Test
  void neverClaimsToDeduplicateSinceTheNextProviderKnowsNoKeys() {
    assertThat(failover(good, good).info().deduplicates()).isFalse();
  }

  @Test
  void refusesToMixChannels() {
    Fake mail = new Fake(Channel.EMAIL, context -> YES);
    assertThatThrownBy(() -> failover(good, mail))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("failover mixes channels: [sms, email]");
  }

  private static Deferred wait(int seconds) {
    return new Deferred(Optional.of(Duration.ofSeconds(seconds)), Reason.THROTTLED, "");
  }

  private static Transport failover(Transport... parts) {
    return new TransportGroup(Fake.CLOCK, "failover", List.of(parts), false);
  }

  private static Outcome send(Transport transport) {
    return Handover.send(transport, Fake.MESSAGE, Fake.to("fake://a"), Fake.CLOCK);
  }
}
