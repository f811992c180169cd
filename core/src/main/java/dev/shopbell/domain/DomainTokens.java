package dev.shopbell.domain;

import dev.shopbell.address.DomainName;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import java.util.Objects;

/**
 * Makes the tokens of one store's records on one domain: the same each time, unlike those of any
 * other store or domain, and unguessable without the platform's key.
 */
public final class DomainTokens {
  /** Of RFC 4648, section 6, in lower case: survives every DNS host's form. */
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private static final int LONGEST = 51;

  private final SigningKeys keys;
  private final String keyId;
  private final StoreId store;
  private final DomainName domain;

  DomainTokens(SigningKeys keys, String keyId, StoreId store, DomainName domain) {
    this.keys = keys;
    this.keyId = keyId;
    this.store = store;
    this.domain = domain;
  }

  /**
   * A token of lower-case letters and digits.
   *
   * @param use what it is for, as in {@code dkim1}; another use has another token
   * @param length 1 to 51 characters of 5 bits each; 26 are beyond guessing
   */
  public String token(String use, int length) {
    Objects.requireNonNull(use, "use");
    if (length < 1 || length > LONGEST) {
      throw new IllegalArgumentException(
          "a domain token of " + length + " characters is asked for: ask for 1 to " + LONGEST);
    }
    byte[] signature = keys.sign(keyId, "domain-token", store.value(), domain.value(), use);
    StringBuilder token = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      token.append(BASE32.charAt(fiveBits(signature, i * 5)));
    }
    return token.toString();
  }

  private static int fiveBits(byte[] bytes, int bit) {
    int pair =
        (bytes[bit / 8] & 0xFF) << 8 | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xFF : 0);
    return pair >> (11 - bit % 8) & 31;
  }
}
