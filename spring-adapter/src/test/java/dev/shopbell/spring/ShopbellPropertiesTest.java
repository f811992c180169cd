package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Delivery;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.domain.DomainState;
import dev.shopbell.domain.DomainStatus;
import dev.shopbell.domain.SendingDomains;
import dev.shopbell.identity.SenderPlan;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.Outcome;
import dev.shopbell.transport.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ShopbellPropertiesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
  private final RecordingTransport transport =
      Host.sms().answer(Outcome.Deferred.of(Reason.UNAVAILABLE, "later"));
  private final ApplicationContextRunner host =
      Host.with(transport).withBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void changesNothingThatIsNotSet() {
    attempt(
        host,
        delivery -> {
          assertThat(transport.sent().get(0).context().deadline()).isEqualTo(NOW.plusSeconds(60));
          assertThat(delivery.progress().due()).isBetween(NOW.plusSeconds(5), NOW.plusSeconds(10));
        });
    host.run(
        context ->
            assertThat(context.getBean(RunningNotifier.class).patience())
                .isEqualTo(Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "20s", "PT20S"})
  void readsAPlainNumberAsSeconds(String timeout) {
    attempt(
        host.withPropertyValues("shopbell.attempt-timeout=" + timeout),
        delivery ->
            assertThat(transport.sent().get(0).context().deadline())
                .isEqualTo(NOW.plusSeconds(20)));
  }

  @Test
  void waitsBetweenAttemptsAsSet() {
    attempt(
        host.withPropertyValues("shopbell.retry.first=10m"),
        delivery ->
            assertThat(delivery.progress().due())
                .isBetween(NOW.plusSeconds(300), NOW.plusSeconds(600)));
  }

  @Test
  void waitsNoLongerThanTheLongest() {
    attempt(
        host.withPropertyValues("shopbell.retry.first=2", "shopbell.retry.longest=2"),
        delivery ->
            assertThat(delivery.progress().due())
                .isBetween(NOW.plusSeconds(1), NOW.plusSeconds(2)));
  }

  @Test
  void closesWithThePatienceThatIsSet() {
    host.withPropertyValues("shopbell.close-patience=3")
        .run(
            context ->
                assertThat(context.getBean(RunningNotifier.class).patience())
                    .isEqualTo(Duration.ofSeconds(3)));
  }

  @Test
  void sendsMailFromThePlatformAsSet() {
    SendingDomains lenient =
        (store, domain) ->
            new DomainStatus(DomainState.UNVERIFIED, DmarcPolicy.NONE, Optional.empty());
    host.withBean(SendingDomains.class, () -> lenient)
        .withPropertyValues(
            "shopbell.transports[0]=smtp://localhost",
            "shopbell.platform.address=notices@host.example",
            "shopbell.platform.return-path=bounces@host.example",
            "shopbell.platform.sender-policy=literal")
        .run(
            context -> {
              SenderPlan sender = sender(context.getBean(Notifier.class));
              assertThat(sender.from().address().value()).isEqualTo("service@annstea.example");
              assertThat(sender.returnPath().value()).isEqualTo("bounces@host.example");
            });
  }

  @Test
  void readsTransportsFromOneText() {
    List<String> uris =
        List.of("failover(smtp://a.example,smtp://b.example)", "fake://user:a,b@gateway");
    Host.bare()
        .withUserConfiguration(Host.class)
        .withBean(FakeTransportFactory.class)
        .withPropertyValues(
            "shopbell.transports=" + String.join(", ", uris),
            "shopbell.platform.address=notices@host.example")
        .run(
            context ->
                assertThat(context.getBean(ShopbellProperties.class).uris())
                    .extracting(named -> named.uri().reveal().strip())
                    .isEqualTo(uris));
  }

  @Test
  @Tag("spring-03")
  void printsNoSecret() {
    Host.without()
        .withPropertyValues(
            "shopbell.transports[0]=smtp://user:hunter2@localhost",
            "shopbell.platform.address=notices@host.example")
        .run(
            context -> {
              ShopbellProperties properties = context.getBean(ShopbellProperties.class);
              assertThat(properties.toString()).contains("transports=[***]");
              assertThat(properties.uris().toString()).contains("[0]").doesNotContain("hunter2");
            });
  }

  private void attempt(ApplicationContextRunner runner, Consumer<Delivery> held) {
    runner.run(
        context -> {
          Notifier notifier = context.getBean(Notifier.class);
          var sent = notifier.send(Host.STORE, Host.paid());
          notifier.dispatch();
          held.accept(notifier.find(sent.deliveries().get(0)).orElseThrow());
        });
  }

  private static SenderPlan sender(Notifier notifier) {
    return notifier.explain(Host.STORE, Host.paid()).plans().get(0).choices().stream()
        .flatMap(choice -> choice.sender().stream())
        .findFirst()
        .orElseThrow();
  }
}
