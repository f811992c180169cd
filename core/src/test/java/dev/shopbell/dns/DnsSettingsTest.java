package dev.shopbell.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsSettingsTest {
  private static final InetSocketAddress LOCAL = local(5_353);
  private static final DnsSettings SETTINGS = DnsSettings.of(LOCAL);

  private static InetSocketAddress local(int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void asksTwiceForThreeSecondsUnlessToldOtherwise() {
    assertThat(SETTINGS.resolvers()).containsExactly(LOCAL);
    assertThat(SETTINGS.authoritativePort()).isEqualTo(53);
    assertThat(SETTINGS.timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(SETTINGS.attempts()).isEqualTo(2);
    assertThat(SETTINGS.inFlight()).isEqualTo(192);
    assertThat(SETTINGS.trustAnchors()).isEmpty();
  }

  @Test
  void isChangedOnePartAtATime() {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    assertThat(
            DnsSettings.system()
                .resolvers(List.of(LOCAL))
                .authoritativePort(54)
                .timeout(Duration.ofMillis(200), 1)
                .inFlight(8)
                .trustAnchors(". IN DS 1 8 2 AB", clock))
        .isEqualTo(
            new DnsSettings(
                List.of(LOCAL), 54, Duration.ofMillis(200), 1, 8, ". IN DS 1 8 2 AB", clock));
  }

  @Test
  void namesTheSettingThatIsOutOfBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.authoritativePort(0))
        .withMessage("authoritative port is 0: give 1 to 65535");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.timeout(Duration.ZERO, 1))
        .withMessage("time-out in milliseconds is 0: give 1 to 60000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.timeout(Duration.ofSeconds(1), 6))
        .withMessage("attempts is 6: give 1 to 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SETTINGS.inFlight(0))
        .withMessage("questions in flight is 0: give 1 to 10000");
  }

  @Test
  void refusesAResolverThatIsANameAndNoAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DnsSettings.of(InetSocketAddress.createUnresolved("dns.example", 53)))
        .withMessage("the DNS resolver \"dns.example\" is no address: give one, as in 192.0.2.53");
  }
}
