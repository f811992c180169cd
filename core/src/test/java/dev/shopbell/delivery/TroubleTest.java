package dev.shopbell.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TroubleTest {
  private long nanos;
  private final Trouble trouble = new Trouble(() -> nanos);

  private static final class Away extends DeliveryStoreException {
    private static final long serialVersionUID = 1;

    Away() {
      super("the database is away: start it");
    }
  }

  @Test
  void isToldAtFirstAndThenOnceAMinute() {
    int told = 0;
    for (int second = 0; second < 180; second++) {
      nanos = Duration.ofSeconds(second).toNanos();
      told += trouble.failed(new Away()) ? 1 : 0;
    }
    assertThat(told).isEqualTo(3);
  }

  @Test
  void isToldAnewWhenItWorkedInBetween() {
    trouble.worked();
    assertThat(trouble.failed(new Away())).isTrue();
    trouble.worked();
    assertThat(trouble.failed(new Away())).isTrue();
  }

  @Test
  void whatAStoreSaysIsLoggedAndOfOthersTheClassAlone() {
    assertThat(DeliveryStoreException.told(new Away())).isEqualTo("the database is away: start it");
    assertThat(DeliveryStoreException.told(new IllegalStateException("ann@customer.example")))
        .isEqualTo("java.lang.IllegalStateException");
  }
}
