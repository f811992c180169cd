package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeTest {
  private static final String REPLY =
      "550 5.1.1 <ann.smith@shopper.example>\r\n+8613800138000 unknown";
  private static final String MASKED = "550 5.1.1 <a***@shopper.example> +86138****00 unknown";

  @Test
  void keepsTheProvidersIdentifiers() {
    List<String> ids = new ArrayList<>(List.of("1", "2"));
    Outcome.Accepted accepted = new Outcome.Accepted("acme", ids, 2);
    ids.add("3");

    assertThat(accepted.ids()).containsExactly("1", "2");
    assertThat(Outcome.Accepted.of("acme", "1"))
        .isEqualTo(new Outcome.Accepted("acme", List.of("1"), 0));
  }

  @Test
  void refusesAnAcceptanceByNobodyOrOfFewerThanNoSegments() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outcome.Accepted.of("", "1"))
        .withMessage("provider is blank: give 1 to 100 characters");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome.Accepted("acme", List.of("1"), -1))
        .withMessage("segments is -1: give 0 or more");
  }

  @Test
  void refusesToWaitForLessThanNoTime() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> deferred(Duration.ofSeconds(-1)))
        .withMessage("retryAfter is PT-1S: give no time or some");
    assertThat(deferred(Duration.ZERO).retryAfter()).contains(Duration.ZERO);
    assertThat(Outcome.Deferred.of(Reason.THROTTLED, "later"))
        .isEqualTo(new Outcome.Deferred(Optional.empty(), Reason.THROTTLED, "later"));
  }

  @Test
  void masksAProvidersReply() {
    assertThat(new Outcome.Rejected(Reason.BAD_ADDRESS, REPLY).reply()).isEqualTo(MASKED);
    assertThat(Outcome.Deferred.of(Reason.UNAVAILABLE, REPLY).reply()).isEqualTo(MASKED);
    assertThat(new Outcome.Unknown(REPLY).detail()).isEqualTo(MASKED);
  }

  @ParameterizedTest
  @MethodSource("withReply")
  void mayStandInALog(Outcome outcome) {
    assertThat(outcome.toString())
        .contains(MASKED)
        .doesNotContain("ann.smith", "13800138000", "\r", "\n");
  }

  private static Stream<Outcome> withReply() {
    return Stream.of(
        new Outcome.Rejected(Reason.BAD_ADDRESS, REPLY),
        Outcome.Deferred.of(Reason.UNAVAILABLE, REPLY),
        new Outcome.Unknown(REPLY));
  }

  @Test
  void keepsFiveHundredCharactersOfAReply() {
    String shortened = "x".repeat(500) + "…";

    assertThat(new Outcome.Unknown("x".repeat(10_000)).detail()).isEqualTo(shortened);
    assertThat(new Outcome.Rejected(Reason.CONTENT, "x".repeat(501)).reply()).isEqualTo(shortened);
  }

  @Test
  void masksTheMessageOfABrokenWire() {
    TransportException broken = TransportException.mayHaveLeft(REPLY, null);

    assertThat(broken).hasMessage(MASKED).hasNoCause();
    assertThat(broken.mayHaveLeft()).isTrue();
    assertThat(TransportException.nothingLeft(REPLY, null)).hasMessage(MASKED);
    assertThat(TransportException.nothingLeft(REPLY, null).mayHaveLeft()).isFalse();
  }

  private static Outcome.Deferred deferred(Duration retryAfter) {
    return new Outcome.Deferred(Optional.of(retryAfter), Reason.THROTTLED, "later");
  }
}
