package dev.shopbell.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.shopbell.address.DomainName;
import dev.shopbell.diagnosis.ExpectedRecord;
import dev.shopbell.dns.DnsName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DkimRotationTest {
  private static final DkimSelectors SELECTORS = new DkimSelectors("s1", "s2");

  @Test
  @Tag("mail-04")
  void alternatesBetweenTwoSelectors() {
    DkimRotation first = DkimRotation.begin(SELECTORS, DkimAlgorithm.ED25519, TestKeys.RANDOM);
    DkimRotation prepared = first.prepare(TestKeys.RANDOM);
    DkimRotation second = prepared.rotate();
    DkimRotation third = second.prepare(TestKeys.RANDOM).rotate();

    assertThat(first.signing().selector()).isEqualTo("s1");
    assertThat(prepared.signing()).as("until it is seen").isSameAs(first.signing());
    assertThat(second.signing().selector()).isEqualTo("s2");
    assertThat(second.next()).isEmpty();
    assertThat(third.signing().selector()).isEqualTo("s1");
    assertThat(third.signing().record()).isNotEqualTo(first.signing().record());
    assertThat(prepared.toString()).contains("DkimKey[s1 ed25519]").doesNotContain("PRIVATE");
  }

  @Test
  @Tag("mail-04")
  void neverTakesAKeyThatIsNotThere() {
    DkimRotation begun = new DkimRotation(SELECTORS, TestKeys.RSA, Optional.empty());

    assertThatIllegalStateException()
        .isThrownBy(begun::rotate)
        .withMessage(
            "no key is prepared: call prepare, publish its record, and wait until it is seen");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DkimRotation(SELECTORS, TestKeys.RSA, Optional.of(TestKeys.RSA)))
        .withMessage("the next key has selector s1: give it s2, the one that does not sign");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DkimRotation(SELECTORS, TestKeys.ED25519, Optional.empty()))
        .withMessage("selector e1 is neither s1 nor s2");
  }

  @Test
  void needsTwoSelectors() {
    DomainName domain = DomainName.of("shop.example");
    ExpectedRecord one =
        ExpectedRecord.txt(new DnsName("a._domainkey.shop.example"), "v=DKIM1; p=x");
    ExpectedRecord two =
        ExpectedRecord.txt(new DnsName("b._domainkey.shop.example"), "v=DKIM1; p=x");
    ExpectedRecord other = ExpectedRecord.txt(new DnsName("c._domainkey.else.example"), "x");

    assertThat(DkimSelectors.of(domain, List.of(one, other, two)))
        .isEqualTo(new DkimSelectors("a", "b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DkimSelectors.of(domain, List.of(one)))
        .withMessage(
            "the records of shop.example have 1 DKIM selectors: two are needed, so that keys can be changed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DkimSelectors("a", "a"))
        .withMessage("selector a is given twice: two are needed, so that keys can be changed");
  }
}
