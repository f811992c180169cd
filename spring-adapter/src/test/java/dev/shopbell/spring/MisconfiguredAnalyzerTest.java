package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.store.StoreDirectory;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;

@Tag("spring-03")
@ExtendWith(OutputCaptureExtension.class)
class MisconfiguredAnalyzerTest {
  private static final String MAIL = "shopbell.transports[0]=smtp://user:hunter2@localhost";
  private static final String PLATFORM = "shopbell.platform.address=notices@host.example";

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(excludeName = {HostApplication.JPA_3, HostApplication.JPA_4})
  static class Nothing {}

  @Configuration(proxyBeanMethods = false)
  @Import(HostApplication.class)
  static class TwoDirectories {
    @Bean
    StoreDirectory other() {
      return id -> Optional.empty();
    }
  }

  @Test
  void namesTheBeanThatIsMissing(CapturedOutput output) {
    FailedStart start = FailedStart.of(output, Nothing.class, MAIL, PLATFORM);
    assertThat(start.description())
        .isEqualTo(
            "There is a transport, and no bean of type dev.shopbell.store.StoreDirectory, which"
                + " answers with a store's settings.");
    assertThat(start.action())
        .isEqualTo(
            "Define one. To start without a notifier, leave out shopbell.transports and the"
                + " Transport beans.");
  }

  @Test
  void namesBeansOfWhichThereIsOneTooMany(CapturedOutput output) {
    FailedStart start = FailedStart.of(output, TwoDirectories.class, MAIL, PLATFORM);
    assertThat(start.description())
        .isEqualTo(
            "Shopbell takes one bean of type dev.shopbell.store.StoreDirectory, and there are 2:"
                + " stores, other.");
    assertThat(start.action())
        .isEqualTo("Mark one of them @Primary, or the others @Bean(defaultCandidate = false).");
  }

  @Test
  void namesThePropertyOfThePlatformsAddress(CapturedOutput output) {
    FailedStart start = FailedStart.of(output, HostApplication.class, MAIL);
    assertThat(start.description())
        .startsWith("The notifier cannot be made: there is a transport for mail");
    assertThat(start.action())
        .isEqualTo(
            "Set shopbell.platform.address to the platform's own mail address, on a domain that it"
                + " signs for; bounces come back there, or to shopbell.platform.return-path.");
  }

  @Test
  void namesTheAddressThatIsNeededForTheReturnPath(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output, HostApplication.class, MAIL, "shopbell.platform.return-path=b@host.example");
    assertThat(start.description())
        .isEqualTo("shopbell.platform.return-path is set and shopbell.platform.address is not.");
    assertThat(start.action())
        .isEqualTo("Set shopbell.platform.address to the platform's own mail address.");
  }

  @Test
  void comesBeforeBootsOwnWhereverItsJarStands() {
    assertThat(OrderUtils.getOrder(MisconfiguredAnalyzer.class))
        .isEqualTo(Ordered.HIGHEST_PRECEDENCE);
  }

  @Test
  void tellsOfATransportAlsoWhereBeansAreMadeLate(CapturedOutput output) {
    FailedStart start =
        FailedStart.of(
            output,
            HostApplication.class,
            "spring.main.lazy-initialization=true",
            "shopbell.transports=smpt://user:hunter2@localhost");
    assertThat(start.description()).startsWith("shopbell.transports[0] cannot be used: ");
  }
}
