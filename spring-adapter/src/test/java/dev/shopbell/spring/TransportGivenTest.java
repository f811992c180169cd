package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@Tag("spring-01")
class TransportGivenTest {
  @Test
  void doesNothingWithoutConfiguration() {
    Host.without()
        .run(
            context ->
                assertThat(context.getBeanDefinitionNames())
                    .noneMatch(name -> name.contains("shopbell")));
  }

  @Test
  void doesNothingForOtherPropertiesAlone() {
    Host.bare()
        .withPropertyValues("shopbell.workers=4", "shopbell.platform.address=notices@host.example")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Notifier.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shopbell.transports", "shopbell.transports[0]"})
  void doesNothingForBlankTransports(String property) {
    Host.bare()
        .withPropertyValues(property + "=${absent:}")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Notifier.class));
  }

  @Test
  void doesNothingWhereTheSourceThatCountsLeavesTransportsBlank() {
    MapPropertySource base =
        new MapPropertySource("base", Map.of("shopbell.transports[0]", "fake://gateway"));
    Host.bare()
        .withPropertyValues("shopbell.transports=")
        .withInitializer(context -> context.getEnvironment().getPropertySources().addLast(base))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Notifier.class));
  }

  @Test
  void passesOverATransportThatIsBlank() {
    Host.with(Host.sms())
        .withPropertyValues("shopbell.transports[0]=${absent:}")
        .run(context -> assertThat(context).hasSingleBean(Notifier.class));
  }

  @Test
  void makesANotifierForATransportInProperties() {
    Host.without()
        .withBean(FakeTransportFactory.class)
        .withPropertyValues("shopbell.transports[0]=fake://gateway")
        .run(context -> assertThat(context).hasSingleBean(Notifier.class));
  }

  @Test
  void makesANotifierForATransportInTheProcessEnvironment() {
    SystemEnvironmentPropertySource environment =
        new SystemEnvironmentPropertySource(
            "test-systemEnvironment", Map.of("SHOPBELL_TRANSPORTS_0", "fake://gateway"));
    Host.without()
        .withBean(FakeTransportFactory.class)
        .withInitializer(
            context -> context.getEnvironment().getPropertySources().addFirst(environment))
        .run(context -> assertThat(context).hasSingleBean(Notifier.class));
  }

  @Test
  void makesANotifierForATransportBean() {
    Host.with(Host.sms()).run(context -> assertThat(context).hasSingleBean(Notifier.class));
  }
}
