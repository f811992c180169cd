package dev.shopbell.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void threadsAreVirtualWhereTheJdkHasThemAndDaemonsOtherwise() throws Exception {
    Thread thread = Workers.threads().newThread(() -> {});
    assertThat(thread.getName()).startsWith("shopbell-");
    assertThat(thread.isDaemon()).isTrue();
    if (Runtime.version().feature() >= 21) {
      assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
    }
  }

  @Test
  void thePoolRunsNoMoreThanItsSize() {
    assertThat(Workers.pool(3).getMaximumPoolSize()).isEqualTo(3);
  }
}
