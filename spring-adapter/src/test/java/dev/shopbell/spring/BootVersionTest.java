package dev.shopbell.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;

@Tag("spring-01")
class BootVersionTest {
  @Test
  void runsOnTheVersionThatTheBuildNames() {
    assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("boot.version"));
  }

  @Test
  void runsOnTheFrameworkOfThatVersion() {
    String boot = System.getProperty("boot.version");
    assertThat(SpringVersion.getVersion()).startsWith(boot.startsWith("3.") ? "6.2." : "7.0.");
  }

  @Test
  void hasNoOtherVersionOnTheClassPath() throws IOException {
    for (Class<?> type : new Class<?>[] {SpringBootVersion.class, SpringVersion.class}) {
      String file = type.getName().replace('.', '/') + ".class";
      assertThat(Collections.list(type.getClassLoader().getResources(file))).hasSize(1);
    }
  }
}
