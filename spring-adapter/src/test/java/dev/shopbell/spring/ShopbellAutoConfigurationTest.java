package dev.shopbell.spring;

import static dev.shopbell.testkit.ShopbellAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import dev.shopbell.address.Channel;
import dev.shopbell.templates.StockTemplates;
import dev.shopbell.testkit.RecordingTransport;
import dev.shopbell.transport.TransportFactory;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.test.context.FilteredClassLoader;

@Tag("spring-01")
class ShopbellAutoConfigurationTest {
  @Test
  void sendsStockLettersWithAStoreDirectoryAndTwoProperties() {
    RecordingTransport mail = RecordingTransport.on(Channel.EMAIL);
    Host.without()
        .withBean(TransportFactory.class, () -> new FakeTransportFactory("smtp", mail))
        .withPropertyValues(
            "shopbell.transports[0]=smtp://gateway",
            "shopbell.platform.address=notices@host.example")
        .run(context -> context.getBean(Notifier.class).send(Host.STORE, Host.paid()));
    assertThat(mail)
        .hasSentTo("ann@mail.example")
        .hasSaid("【Ann's Tea】 Payment received, order SO-20261122-1001 confirmed");
  }

  @Test
  void leavesTheNotifierToTheHost() {
    Host.without()
        .withPropertyValues("shopbell.transports[0]=nonsense", "shopbell.workers=nonsense")
        .withBean("own", Notifier.class, ShopbellAutoConfigurationTest::own)
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .getBeanNames(Notifier.class)
                    .containsExactly("own"));
  }

  @Test
  void makesNothingElseWhereTheHostHasANotifier() {
    Host.without()
        .withPropertyValues("shopbell.transports[0]=fake://gateway")
        .withBean("own", Notifier.class, ShopbellAutoConfigurationTest::own)
        .run(
            context ->
                assertThat(context)
                    .doesNotHaveBean(ShopbellProperties.class)
                    .doesNotHaveBean(RunningNotifier.class)
                    .doesNotHaveBean(SecretBindAdvisor.class));
  }

  @Test
  void needsNoActuator() {
    Host.with(Host.sms())
        .withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
        .run(context -> assertThat(context).hasSingleBean(Notifier.class));
  }

  @Test
  void isFoundByBoot() {
    SpringApplication application = new SpringApplication(HostApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (var context =
        application.run(
            "--shopbell.outbox.enabled=false",
            "--shopbell.transports=smtp://localhost",
            "--shopbell.platform.address=a@host.example")) {
      assertThat(context.getBean(Notifier.class)).isNotNull();
      assertThat(context.containsBean("shopbellHealthIndicator")).isTrue();
    }
  }

  @Test
  void hasNoPublicMembers() {
    Class<?> type = ShopbellAutoConfiguration.class;
    assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
    assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
    assertThat(type.getConstructors()).isEmpty();
    assertThat(type.getClasses()).isEmpty();
    assertThat(type.getFields()).isEmpty();
    assertThat(type.getMethods()).allMatch(method -> method.getDeclaringClass() == Object.class);
  }

  private static Notifier own() {
    return Notifier.builder(new Host().stores(), StockTemplates.types(), StockTemplates.catalog())
        .workers(0)
        .build();
  }
}
