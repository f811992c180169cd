package dev.shopbell.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.DmarcPolicy;
import dev.shopbell.store.StoreId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainStatusTest {
  @Test
  void isUnverifiedAndStrictWhenNothingIsKnown() {
    assertThat(DomainStatus.UNKNOWN.state()).isEqualTo(DomainState.UNVERIFIED);
    assertThat(DomainStatus.UNKNOWN.dmarc()).isEqualTo(DmarcPolicy.UNKNOWN);
    assertThat(DomainStatus.UNKNOWN.returnPath()).isEmpty();
  }

  @Test
  void isUnknownOfEveryDomainUnlessThePlatformAnswers() {
    assertThat(SendingDomains.NONE.status(new StoreId("s-1"), DomainName.of("shop.example")))
        .isSameAs(DomainStatus.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING,false",
    "NONE,false",
    "QUARANTINE,true",
    "REJECT,true",
    "UNKNOWN,true",
  })
  void takesAPolicyThatCouldNotBeAskedToBeStrict(DmarcPolicy policy, boolean strict) {
    assertThat(policy.isStrict()).isEqualTo(strict);
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesAPartThatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> new DomainStatus(null, DmarcPolicy.NONE, Optional.empty()))
        .withMessage("state");
    assertThatNullPointerException()
        .isThrownBy(() -> new DomainStatus(DomainState.PENDING, null, Optional.empty()))
        .withMessage("dmarc");
  }
}
