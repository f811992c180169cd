package dev.shopbell.testkit;

import dev.shopbell.transport.Outcome;
import org.jspecify.annotations.Nullable;

/** AssertJ assertions for outcomes and recorded messages. */
public final class ShopbellAssertions {
  private ShopbellAssertions() {}

  /** Asserts about the outcome of an attempt. */
  public static OutcomeAssert assertThat(@Nullable Outcome outcome) {
    return new OutcomeAssert(outcome);
  }

  /** Asserts about what was handed to a recording transport. */
  public static RecordingTransportAssert assertThat(@Nullable RecordingTransport transport) {
    return new RecordingTransportAssert(transport);
  }
}
