package dev.shopbell.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainPolicyTest {
  @Test
  void isPatientAndSharesUnlessToldOtherwise() {
    DomainPolicy standard = DomainPolicy.STANDARD;
    assertThat(standard.takesEffectAfter()).isEqualTo(Duration.ofMinutes(15));
    assertThat(standard.lapsesAfterFailures()).isEqualTo(6);
    assertThat(standard.lapsesAfter()).isEqualTo(Duration.ofDays(3));
    assertThat(standard.sharing()).isEqualTo(DomainPolicy.Sharing.WARN);
    assertThat(standard.acceptsImplicitMx()).isFalse();
  }

  @Test
  void isChangedOnePartAtATime() {
    assertThat(
            DomainPolicy.STANDARD
                .takesEffectAfter(Duration.ofMinutes(5))
                .lapsesAfter(3, Duration.ofDays(1))
                .sharing(DomainPolicy.Sharing.REFUSE)
                .acceptImplicitMx())
        .isEqualTo(
            new DomainPolicy(
                Duration.ofMinutes(5), 3, Duration.ofDays(1), DomainPolicy.Sharing.REFUSE, true));
  }

  @ParameterizedTest
  @Tag("domain-08")
  @ValueSource(strings = {"PT4M59S", "PT30M1S", "PT0S", "PT-10M"})
  void takesEffectAfter5To30Minutes(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainPolicy.STANDARD.takesEffectAfter(time))
        .withMessage("a domain takes effect after " + time + ": give 5 to 30 minutes");
  }

  @Test
  void lapsesAfterAtLeastOneFailure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainPolicy.STANDARD.lapsesAfter(0, Duration.ofDays(3)))
        .withMessage(
            "a domain lapses after 0 failures over PT72H: give at least one, and a time that is not negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DomainPolicy.STANDARD.lapsesAfter(6, Duration.ofHours(-1)));
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesAPartThatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> DomainPolicy.STANDARD.sharing(null))
        .withMessage("sharing");
    assertThatNullPointerException()
        .isThrownBy(() -> DomainPolicy.STANDARD.takesEffectAfter(null))
        .withMessage("takesEffectAfter");
  }
}
