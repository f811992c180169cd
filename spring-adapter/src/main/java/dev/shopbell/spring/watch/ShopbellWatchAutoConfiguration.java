package dev.shopbell.spring.watch;

import dev.shopbell.Notifier;
import dev.shopbell.delivery.Backlog;
import dev.shopbell.delivery.Tracing;
import dev.shopbell.domain.DomainRegistry;
import dev.shopbell.spring.NotifierCustomizer;
import dev.shopbell.spring.ShopbellAutoConfiguration;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Watches the notifier: its health where Boot's actuator is there ({@code
 * management.health.shopbell.enabled}), its meters and observations where Micrometer is. A {@link
 * Tracing} bean of the host's takes the place of the observations. A notifier that the host makes
 * itself has its backlog told alone.
 */
@AutoConfiguration(after = ShopbellAutoConfiguration.class)
@ConditionalOnBean(Notifier.class)
@EnableConfigurationProperties(WatchProperties.class)
public final class ShopbellWatchAutoConfiguration {
  private static final Duration BACKLOG = Duration.ofSeconds(10);
  private static final Duration DOMAINS = Duration.ofMinutes(1);

  /** A pool whose database is away may keep who asks for half a minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final String HEALTH = "management.health.shopbell.enabled";

  ShopbellWatchAutoConfiguration() {}

  /**
   * What is known of the notifier.
   *
   * @param transports how its transports fare
   * @param backlog what waits, asked for at most every ten seconds
   * @param clock the time
   */
  record Watched(TransportWatch transports, Supplier<Backlog> backlog, Clock clock) {}

  /** Who follows notices, beside the watch over transports. */
  record ObservedBy(Tracing tracing) {}

  @Bean
  Watched shopbellWatched(
      ObjectProvider<Notifier> notifierProvider,
      ObjectProvider<Clock> clockProvider,
      ObjectProvider<Tracing> tracingProvider,
      ObjectProvider<ObservedBy> observedProvider) {
    ObservedBy observed = observedProvider.getIfAvailable(() -> new ObservedBy(Tracing.NONE));
    TransportWatch transports =
        new TransportWatch(tracingProvider.getIfAvailable(observed::tracing));
    Supplier<Backlog> asked = () -> notifierProvider.getObject().backlog();
    return new Watched(
        transports,
        new Cached<>(asked, BACKLOG, PATIENCE, System::nanoTime),
        clockProvider.getIfUnique(Clock::systemUTC));
  }

  /** Before the host's own customizers, which have the last word. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  NotifierCustomizer shopbellWatch(Watched watched) {
    return builder -> builder.tracing(watched.transports());
  }

  /** Observations: spans, and whatever else the host's handlers make of them. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  static final class ObservationConfiguration {
    @Bean
    ObservedBy shopbellObservedBy(ObjectProvider<ObservationRegistry> registryProvider) {
      return new ObservedBy(
          new ObservationTracing(registryProvider.getIfUnique(() -> ObservationRegistry.NOOP)));
    }
  }

  /** Meters, in the registries that Boot binds. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterBinder.class)
  static final class MeterConfiguration {
    @Bean
    NotifierMeters shopbellMeters(Watched watched) {
      return new NotifierMeters(watched.backlog(), watched.clock());
    }
  }

  /** What health is told of. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = HEALTH, matchIfMissing = true)
  static final class HealthConfiguration {
    @Bean
    NotifierHealth shopbellHealth(
        Watched watched,
        ObjectProvider<DomainRegistry> registryProvider,
        WatchProperties properties) {
      Supplier<Map<String, String>> domains =
          () ->
              registryProvider.stream()
                  .findFirst()
                  .map(registry -> DomainWords.of(registry, watched.clock()))
                  .orElse(Map.of());
      return new NotifierHealth(
          watched.backlog(),
          watched.transports(),
          new Cached<>(domains, DOMAINS, PATIENCE, System::nanoTime),
          watched.clock(),
          properties.lateAfter());
    }

    /** Where Boot 3 has the health of an application. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
    static final class Boot3 {
      @Bean
      Boot3Health shopbellHealthIndicator(NotifierHealth health) {
        return new Boot3Health(health);
      }
    }

    /** Where Boot 4 has it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
    static final class Boot4 {
      @Bean
      Boot4Health shopbellHealthIndicator(NotifierHealth health) {
        return new Boot4Health(health);
      }
    }
  }
}
