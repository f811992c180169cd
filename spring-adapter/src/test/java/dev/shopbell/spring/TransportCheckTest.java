package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.transport.Transport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Tag("spring-03")
@ExtendWith(OutputCaptureExtension.class)
class TransportCheckTest {
  private static final String MAIL = "shopbell.transports[0]=smtp://user:hunter2@localhost";
  private static final String PLATFORM = "shopbell.platform.address=notices@host.example";

  /** Preferred to the one on the class path, and for text messages. */
  @Configuration(proxyBeanMethods = false)
  @Import(HostApplication.class)
  static class OwnFactory {
    @Bean
    FakeTransportFactory factory() {
      return new FakeTransportFactory("smtp");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(OwnFactory.class)
  static class TwoFactories {
    @Bean
    FakeTransportFactory other() {
      return new FakeTransportFactory("smtp");
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(OwnFactory.class)
  static class OwnTransport {
    @Bean
    Transport sms() {
      return Host.sms();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(OwnFactory.class)
  static class Customized {
    @Bean
    NotifierCustomizer customizer() {
      return builder -> builder.transport(Host.sms());
    }
  }

  @Test
  void namesTheTransportOfAnUnknownScheme(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            MAIL,
            PLATFORM,
            "shopbell.transports[1]=smpt://user:hunter2@localhost");
    assertThat(start.description())
        .startsWith("shopbell.transports[1] cannot be used: no transport has the scheme \"smpt\"")
        .contains("smtp");
    assertThat(start.action())
        .startsWith("Write shopbell.transports[1] as scheme://user:secret@host:port");
  }

  @Test
  void namesAnOptionThatTheTransportDoesNotKnow(CapturedOutput output) {
    FailedStart start = FailedStart.of(output, HostApplication.class, PLATFORM, MAIL + "?time=30");
    assertThat(start.description())
        .startsWith("shopbell.transports[0] cannot be used: smtp has no option \"time\"");
  }

  @Test
  void namesBothTransportsOfOneChannel(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            PLATFORM,
            MAIL,
            "shopbell.transports[1]=smtp://other.example");
    assertThat(start.description())
        .isEqualTo(
            "The channel email has two transports, shopbell.transports[0] and"
                + " shopbell.transports[1].");
    assertThat(start.action())
        .isEqualTo(
            "Keep one of them, or put two URIs together in one property, as in"
                + " shopbell.transports[0]=failover(a,b).");
  }

  @Test
  void namesTheTransportBeanBesideThePropertyOfOneChannel(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(output, OwnTransport.class, "shopbell.transports[0]=smtp://u:hunter2@g");
    assertThat(start.description())
        .isEqualTo(
            "The channel sms has two transports, the bean dev.shopbell.testkit.RecordingTransport and"
                + " shopbell.transports[0].");
  }

  @Test
  void tellsOfTwoFactoriesOfOneScheme(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(output, TwoFactories.class, "shopbell.transports[0]=smtp://u:hunter2@g");
    assertThat(start.description())
        .startsWith("The transports cannot be used: scheme smtp is served by both ");
    assertThat(start.action())
        .isEqualTo("Leave out one of the two: a TransportFactory bean, or the jar that brings it.");
  }

  @Test
  void tellsOfATransportThatACustomizerGave(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(output, Customized.class, "shopbell.transports[0]=smtp://u:hunter2@g");
    assertThat(start.description())
        .startsWith("The transports cannot be used: sms has two transports");
    assertThat(start.action())
        .isEqualTo("Correct what a NotifierCustomizer or a Transport bean gives.");
  }
}
