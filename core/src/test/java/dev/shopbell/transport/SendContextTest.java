package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.notice.DeliveryId;
import dev.shopbell.store.Endpoint;
import dev.shopbell.store.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendContextTest {
  private static final Instant DEADLINE = Instant.parse("2026-11-22T08:30:00Z");
  private static final DeliveryId DELIVERY = new DeliveryId("01m8160qt00000000000000000");

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T08:29:50Z,PT10S",
    "2026-11-22T08:30:00Z,PT0S",
    "2026-11-22T08:30:01Z,PT0S",
  })
  void hasNoTimeLeftAfterItsDeadline(Instant now, Duration left) {
    assertThat(context("key").remaining(Clock.fixed(now, ZoneOffset.UTC))).isEqualTo(left);
  }

  @Test
  void givesTheSettingsOfOneTransport() {
    assertThat(context("key").settings("acme")).isEqualTo(Map.of("signature", "Private"));
    assertThat(context("key").settings("other")).isEmpty();
  }

  @Test
  void isTheSameAtAnotherEndpoint() {
    Endpoint endpoint = Endpoint.parse("acme://user:secret@a.example");
    SendContext moved = context("key").at(endpoint);

    assertThat(moved.endpoint()).isEqualTo(endpoint);
    assertThat(moved.at(Endpoint.PLATFORM)).isEqualTo(context("key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a_b", "a\r\n", "é"})
  void refusesAKeyOfAnotherForm(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> context(key))
        .withMessageStartingWith("key is \"")
        .withMessageEndingWith("\": use 1 to 100 letters, digits and hyphens");
  }

  @Test
  void printsNoSettings() {
    assertThat(context("key"))
        .hasToString("SendContext[s-1 01m8160qt00000000000000000 to platform://]");
  }

  private static SendContext context(String key) {
    return new SendContext(
        new StoreId("s-1"),
        DELIVERY,
        key,
        DEADLINE,
        Endpoint.PLATFORM,
        Map.of("acme", Map.of("signature", "Private")));
  }
}
