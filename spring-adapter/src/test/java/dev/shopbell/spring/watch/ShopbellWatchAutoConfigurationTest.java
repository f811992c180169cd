package dev.shopbell.spring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.delivery.Tracing;
import dev.shopbell.notice.Notification;
import dev.shopbell.notice.Recipient;
import dev.shopbell.spring.ShopbellAutoConfiguration;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreDirectory;
import dev.shopbell.templates.StockTemplates;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.Transport;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;

@Tag("spring-04")
class ShopbellWatchAutoConfigurationTest {
  private static final Store STORE =
      Store.builder("annstea", "Ann's Tea", "service@annstea.example").build();
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final StubTracer tracer = new StubTracer();
  private final RecordingTransport transport = RecordingTransport.on(Channel.SMS);
  private final ApplicationContextRunner bare =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ShopbellAutoConfiguration.class, ShopbellWatchAutoConfiguration.class))
          .withPropertyValues("shopbell.workers=0", "shopbell.outbox.enabled=false");
  private final ApplicationContextRunner host =
      bare.withBean(StoreDirectory.class, () -> id -> Optional.of(STORE))
          .withBean(Transport.class, () -> transport);

  private static void send(ApplicationContext context) {
    context
        .getBean(Notifier.class)
        .send(
            STORE.id(),
            Notification.of(
                "order.paid",
                Recipient.of("ann").phone("+8613812345600"),
                StockTemplates.sample("order.paid", Locale.ENGLISH)));
  }

  /** Boot 3 and 4 have the same method in different places. */
  private static String health(ApplicationContext context) {
    Object indicator = context.getBean("shopbellHealthIndicator");
    Method health = ReflectionUtils.findMethod(indicator.getClass(), "health");
    ReflectionUtils.makeAccessible(Objects.requireNonNull(health));
    return String.valueOf(ReflectionUtils.invokeMethod(health, indicator));
  }

  @Test
  void doesNothingWithoutANotifier() {
    bare.run(context -> assertThat(context).doesNotHaveBean("shopbellHealthIndicator"));
  }

  @Test
  void tellsTheHealthOfTheNotifierAndNobodysAddress() {
    host.run(
        context -> {
          send(context);
          context.getBean(Notifier.class).dispatch();
          assertThat(health(context))
              .contains("UP", "=well", "their store answers", "waiting=0")
              .doesNotContain("13812345600", "annstea.example");
        });
  }

  @Test
  void tellsNoHealthWhereThatIsSwitchedOff() {
    host.withPropertyValues("management.health.shopbell.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("shopbellHealthIndicator"));
  }

  @Test
  void countsInTheRegistriesThatBootBinds() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    host.run(
        context -> {
          context.getBean(MeterBinder.class).bindTo(registry);
          send(context);
          context.getBean(Notifier.class).dispatch();
          assertThat(registry.get("shopbell.queued").counter().count()).isEqualTo(1);
          assertThat(registry.get("shopbell.attempts").tag("outcome", "accepted").counter().count())
              .isEqualTo(1);
          assertThat(registry.get("shopbell.backlog.pending").gauge().value()).isZero();
        });
  }

  @Test
  void worksWithoutMicrometerAndActuator() {
    host.withClassLoader(
            new FilteredClassLoader(
                "io.micrometer.core",
                "org.springframework.boot.actuate",
                "org.springframework.boot.health"))
        .run(
            context -> {
              send(context);
              assertThat(context.getBean(Notifier.class).dispatch()).isEqualTo(1);
            });
  }

  @Test
  void anAttemptIsInItsSendersTraceAlsoInAnotherProcess(@TempDir Path folder) {
    observations.observationConfig().observationHandler(tracer);
    ApplicationContextRunner durable =
        host.withBean(ObservationRegistry.class, () -> observations)
            .withPropertyValues(
                "shopbell.outbox.enabled=true",
                "shopbell.outbox.tables=make",
                "shopbell.outbox.sqlite=" + folder.resolve("outbox.db"));
    durable.run(ShopbellWatchAutoConfigurationTest::send);
    assertThat(tracer.parents()).isEmpty();
    durable.run(context -> context.getBean(Notifier.class).dispatch());
    assertThat(tracer.parents()).containsExactly(StubTracer.PARENT);
    assertThat(transport.messages()).hasSize(1);
  }

  @Test
  void leavesNoticesToTheHostsOwnTracing() {
    observations.observationConfig().observationHandler(tracer);
    host.withBean(ObservationRegistry.class, () -> observations)
        .withBean(Tracing.class, () -> Tracing.NONE)
        .run(
            context -> {
              send(context);
              context.getBean(Notifier.class).dispatch();
              assertThat(tracer.parents()).isEmpty();
            });
  }
}
