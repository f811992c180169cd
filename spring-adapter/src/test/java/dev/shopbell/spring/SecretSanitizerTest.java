package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;

@Tag("spring-03")
class SecretSanitizerTest {
  private static final String MAIL = "smtp://user:hunter2@localhost";
  private final ApplicationContextRunner host =
      Host.without()
          .withConfiguration(
              AutoConfigurations.of(
                  EnvironmentEndpointAutoConfiguration.class,
                  ConfigurationPropertiesReportEndpointAutoConfiguration.class))
          .withPropertyValues(
              "management.endpoints.web.exposure.include=*",
              "management.endpoint.env.show-values=always",
              "management.endpoint.configprops.show-values=always",
              "shopbell.platform.address=notices@host.example",
              "shopbell.transports[0]=" + MAIL);

  /** What is logged at every level slows down all tests that come later. */
  @AfterEach
  void quieten() {
    LoggingSystem.get(getClass().getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
  }

  @Test
  void hidesTransportsOnThePageOfTheEnvironment() {
    host.run(
        context ->
            assertThat(environment(context.getBean(EnvironmentEndpoint.class)))
                .contains("shopbell.transports[0]=******", "notices@host.example")
                .doesNotContain("hunter2"));
  }

  @Test
  void hidesTransportsOnThePageOfProperties() {
    host.run(
        context ->
            assertThat(properties(context.getBean(ConfigurationPropertiesReportEndpoint.class)))
                .contains("transports=", "notices@host.example")
                .doesNotContain("hunter2"));
  }

  @Test
  void hidesTransportsInWhateverHoldsThem() {
    Map<String, Object> values =
        Map.of(
            "SHOPBELL_TRANSPORTS_0", MAIL,
            "sun.java.command", "Shop --shopbell.transports=" + MAIL,
            "SPRING_APPLICATION_JSON",
                "{\"shopbell\":{\"workers\":1,\"transports\":[\"" + MAIL + "\"]}}");
    host.withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addLast(new MapPropertySource("more", values)))
        .run(
            context ->
                assertThat(environment(context.getBean(EnvironmentEndpoint.class)))
                    .contains("sun.java.command=******")
                    .doesNotContain("hunter2"));
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void logsNoSecretAtAnyLevel(CapturedOutput output) {
    SpringApplication application = new SpringApplication(HostApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application
        .run(
            "--logging.level.root=trace",
            "--shopbell.outbox.enabled=false",
            "--shopbell.platform.address=notices@host.example",
            "--shopbell.transports[0]=" + MAIL)
        .close();
    assertThat(output).contains("TRACE").doesNotContain("hunter2");
  }

  private static String environment(EnvironmentEndpoint endpoint) {
    StringBuilder page = new StringBuilder();
    endpoint
        .environment(null)
        .getPropertySources()
        .forEach(
            source ->
                source
                    .getProperties()
                    .forEach(
                        (name, value) ->
                            page.append(name).append('=').append(value.getValue()).append('\n')));
    return page.toString();
  }

  private static String properties(ConfigurationPropertiesReportEndpoint endpoint) {
    StringBuilder page = new StringBuilder();
    endpoint
        .configurationProperties()
        .getContexts()
        .values()
        .forEach(
            context ->
                context
                    .getBeans()
                    .values()
                    .forEach(bean -> page.append(bean.getProperties()).append(bean.getInputs())));
    return page.toString();
  }
}
