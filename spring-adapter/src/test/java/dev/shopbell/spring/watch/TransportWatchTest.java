package dev.shopbell.spring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.delivery.Tracing;
import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spring-04")
class TransportWatchTest {
  private final TransportWatch watch = new TransportWatch(Tracing.NONE);

  private void attempts(int times, Endpoint endpoint, Outcome outcome) {
    for (int i = 0; i < times; i++) {
      assertThat(watch.attempting(Samples.pending(), Samples.RELAY, endpoint, () -> outcome))
          .isSameAs(outcome);
    }
  }

  @Test
  void callsATransportFailingWhenItsAccountFailsAgainAndAgain() {
    attempts(4, Endpoint.PLATFORM, Samples.LOGIN);
    assertThat(watch.words()).isEqualTo(Map.of("relay", "well"));
    attempts(1, Endpoint.PLATFORM, Samples.LOGIN);
    assertThat(watch.isAnyFailing()).isTrue();
    assertThat(watch.words())
        .isEqualTo(Map.of("relay", "failing 5 times in a row: authentication"));
    attempts(1, Endpoint.PLATFORM, Samples.UNKNOWN);
    assertThat(watch.words())
        .isEqualTo(Map.of("relay", "failing 6 times in a row: no clear answer"));
  }

  @Test
  void anAnswerAboutTheMessageMakesItWellAgain() {
    attempts(9, Endpoint.PLATFORM, Samples.BUSY);
    attempts(1, Endpoint.PLATFORM, Samples.REFUSED);
    assertThat(watch.isAnyFailing()).isFalse();
    attempts(9, Endpoint.PLATFORM, Samples.BUSY);
    attempts(1, Endpoint.PLATFORM, Samples.ACCEPTED);
    assertThat(watch.isAnyFailing()).isFalse();
  }

  @Test
  void doesNotCountAStoresOwnAccount() {
    attempts(9, Samples.OWN, Samples.LOGIN);
    assertThat(watch.words()).isEmpty();
  }
}
