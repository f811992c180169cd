package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ShutdownTimeTest {
  @ParameterizedTest
  @CsvSource({"16s, 10", "15s, 9", "6s, 0", "1s, 0", "2m, 10"})
  void leavesTimeForWhatIsInterruptedWithinTheApplicationsOwn(String phase, int seconds) {
    StandardEnvironment environment = new StandardEnvironment();
    Map<String, Object> set = Map.of("spring.lifecycle.timeout-per-shutdown-phase", phase);
    environment.getPropertySources().addFirst(new MapPropertySource("test", set));
    assertThat(ShutdownTime.within(environment, Duration.ofSeconds(10))).hasSeconds(seconds);
  }

  @Test
  void takesBootsTimeWhereNoneIsSet() {
    assertThat(ShutdownTime.within(new StandardEnvironment(), Duration.ofMinutes(1)))
        .hasSeconds(24);
  }
}
