package dev.shopbell.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ChannelAddressTest {
  @Test
  void keepsTheAddressAndPrintsItMasked() {
    ChannelAddress address = new ChannelAddress("https://hooks.example/T0/private-token");

    assertThat(address.value()).isEqualTo("https://hooks.example/T0/private-token");
    assertThat(address).hasToString("htt****en");
  }

  @Test
  void refusesMoreThanALineWithoutRepeatingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChannelAddress("private\ntoken"))
        .withMessageStartingWith("address holds U+000A at index 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChannelAddress("x".repeat(2_001)))
        .withMessage("address has 2001 characters: at most 2000 are allowed");
    assertThat(new ChannelAddress("x".repeat(2_000)).value()).hasSize(2_000);
  }
}
