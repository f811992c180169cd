package dev.shopbell.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("domain-02")
class DomainTokensTest {
  private static final DomainName DOMAIN = DomainName.of("annstea.example");
  private static final SigningKeys KEYS = SigningKeys.of("k1", secret((byte) 0));

  private static Credential secret(byte first) {
    byte[] bytes = new byte[32];
    bytes[0] = first;
    return Credential.of(Base64.getEncoder().encodeToString(bytes));
  }

  private static DomainTokens tokens(String store, DomainName domain) {
    return new DomainTokens(KEYS, "k1", new StoreId(store), domain);
  }

  /** Made in Python with hmac and a base32 of its own. */
  @ParameterizedTest
  @CsvSource({
    "dkim1,26,44c4uqg7lxc2tkaldk2bm2flhc",
    "dkim1-name,8,omaacfz6",
    "dkim2,26,agv3ihsodrazuxtceonzbcdwfy",
    "bounce,26,sdhl5gsdut5uczbmosslbq4otg",
    "bounce-name,8,smpp3ypr",
    "dkim1,51,44c4uqg7lxc2tkaldk2bm2flhcezaaaa7u36yv42euc6juiubfn",
  })
  void areWhatTheKeySaysOfStoreDomainAndUse(String use, int length, String token) {
    assertThat(tokens("s-1", DOMAIN).token(use, length)).isEqualTo(token);
  }

  @Test
  void areTheSameEachTimeAndUnlikeThoseOfAnyOtherStoreDomainUseOrKey() {
    SigningKeys rotated = KEYS.rotate("k2", secret((byte) 1));
    DomainTokens own = new DomainTokens(rotated, "k1", new StoreId("s-1"), DOMAIN);
    String token = tokens("s-1", DOMAIN).token("dkim1", 26);

    assertThat(own.token("dkim1", 26)).isEqualTo(token);
    assertThat(
            Set.of(
                token,
                tokens("s-2", DOMAIN).token("dkim1", 26),
                tokens("s-1", DomainName.of("shop.annstea.example")).token("dkim1", 26),
                tokens("s-1", DOMAIN).token("dkim2", 26),
                new DomainTokens(rotated, "k2", new StoreId("s-1"), DOMAIN).token("dkim1", 26)))
        .hasSize(5);
  }

  @Test
  void areLowerCaseLettersAndDigitsThatNoFormOfADnsHostSpoils() {
    Set<Integer> used = new HashSet<>();
    for (int store = 0; store < 200; store++) {
      String token = tokens("s-" + store, DOMAIN).token("dkim1", 51);
      assertThat(token).matches("[a-z2-7]{51}");
      token.chars().forEach(used::add);
    }
    assertThat(used).hasSize(32);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 52})
  void cannotBeLongerThanTheSignature(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tokens("s-1", DOMAIN).token("dkim1", length))
        .withMessage("a domain token of " + length + " characters is asked for: ask for 1 to 51");
  }
}
