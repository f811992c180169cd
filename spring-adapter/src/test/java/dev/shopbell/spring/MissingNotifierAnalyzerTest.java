package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.Notifier;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;

@Tag("spring-03")
@ExtendWith(OutputCaptureExtension.class)
class MissingNotifierAnalyzerTest {
  @Configuration(proxyBeanMethods = false)
  @Import(HostApplication.class)
  static class Shop {
    @Bean
    String greeting(Notifier notifier) {
      return "from " + notifier.list(Set.of(), 1);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(HostApplication.class)
  static class OtherShop {
    @Bean
    String greeting(Thread absent) {
      return absent.getName();
    }
  }

  @Test
  void namesWhatMakesANotifier(CapturedOutput output) {
    FailedStart start = FailedStart.of(output, Shop.class, "shopbell.workers=4");
    assertThat(start.description())
        .startsWith("Parameter 0 of method greeting in " + Shop.class.getName())
        .endsWith("required a bean of type dev.shopbell.Notifier, and there is none.");
    assertThat(start.action())
        .isEqualTo(
            "Set shopbell.transports[0] to the URI of a transport, such as"
                + " smtp://user:secret@host:587, or define a bean of type"
                + " dev.shopbell.transport.Transport; or define the Notifier itself.");
  }

  @Test
  void comesBeforeBootsOwnWhereverItsJarStands() {
    assertThat(OrderUtils.getOrder(MissingNotifierAnalyzer.class))
        .isEqualTo(Ordered.HIGHEST_PRECEDENCE);
  }

  @Test
  void leavesOtherBeansToBoot(CapturedOutput output) {
    FailedStart start = FailedStart.of(output, OtherShop.class);
    assertThat(start.action()).doesNotContain("shopbell");
  }
}
