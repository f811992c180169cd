package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String NEW = Base64.getEncoder().encodeToString(bytes(7));
  private static final SigningKeys KEYS = SigningKeys.of("k1", Credential.of(OLD));

  private static byte[] bytes(int value) {
    byte[] bytes = new byte[40];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /** Made with {@code openssl dgst -sha256 -mac HMAC} over lengths and parts. */
  @Test
  void signsWithHmacSha256OverLengthsAndParts() {
    assertThat(HexFormat.of().formatHex(KEYS.sign("k1", "p", "ab", "c")))
        .isEqualTo("200a784fc751b1027502e5c4edcd53e554aa9665808c0e017c395a3872031999");
  }

  @Test
  void knowsItsOwnSignatureWholeOrCut() {
    byte[] signature = KEYS.sign("k1", "link", "store", "SO-1");
    assertThat(KEYS.verify("k1", signature, "link", "store", "SO-1")).isTrue();
    assertThat(KEYS.verify("k1", Arrays.copyOf(signature, 16), "link", "store", "SO-1")).isTrue();
  }

  @Test
  void refusesAnotherPurposeAnotherPartAnotherCutAndAStub() {
    byte[] signature = KEYS.sign("k1", "link", "ab", "c");
    assertThat(KEYS.verify("k1", signature, "token", "ab", "c")).isFalse();
    assertThat(KEYS.verify("k1", signature, "link", "a", "bc")).isFalse();
    assertThat(KEYS.verify("k1", signature, "link", "ab")).isFalse();
    assertThat(KEYS.verify("k1", Arrays.copyOf(signature, 15), "link", "ab", "c")).isFalse();
    assertThat(KEYS.verify("k1", Arrays.copyOf(signature, 33), "link", "ab", "c")).isFalse();
    assertThat(KEYS.verify("k2", signature, "link", "ab", "c")).isFalse();
  }

  @Test
  void refusesASignatureWithAnyBitTurned() {
    byte[] signature = KEYS.sign("k1", "link", "ab");
    for (int bit = 0; bit < signature.length * 8; bit++) {
      byte[] turned = signature.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(KEYS.verify("k1", turned, "link", "ab")).as("bit %s", bit).isFalse();
    }
  }

  @Test
  void signsWithTheNewKeyAndStillChecksWithTheOld() {
    byte[] before = KEYS.sign("k1", "link", "ab");
    SigningKeys rotated = KEYS.rotate("k2", Credential.of(NEW));
    assertThat(rotated.currentId()).isEqualTo("k2");
    assertThat(rotated.verify("k1", before, "link", "ab")).isTrue();
    assertThat(rotated.sign("k2", "link", "ab")).isNotEqualTo(before);
    assertThat(KEYS.currentId()).isEqualTo("k1");
  }

  @Test
  void readsAFileOfKeysTheLastOfWhichSigns() {
    SigningKeys read = SigningKeys.parse(List.of("# keys", "", "k1 " + OLD, " k2\t" + NEW));
    assertThat(read.currentId()).isEqualTo("k2");
    assertThat(read.sign("k1", "p", "ab")).isEqualTo(KEYS.sign("k1", "p", "ab"));
  }

  @Test
  void namesTheLineThatIsNoKeyAndNeverItsSecret() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKeys.parse(List.of("k1 " + OLD, "k2 hush hush")))
        .withMessage("line 2 of the signing keys is not an id and a secret with a space between");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKeys.parse(List.of("# none")))
        .withMessageStartingWith("there is no signing key");
  }

  @Test
  void refusesAKeyThatIsShortOrNotBase64() {
    for (String secret : List.of("c2hvcnQ=", "hush hush, this is no Base64 at all, hush!", "")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SigningKeys.of("k1", Credential.of(secret)))
          .withMessage(
              "signing key k1 is not Base64 of at least 32 bytes: make one with openssl rand"
                  + " -base64 32");
    }
  }

  @Test
  void refusesAnIdTwiceAnIdOfOtherCharactersAndAnUnknownOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KEYS.rotate("k1", Credential.of(NEW)))
        .withMessage("signing key k1 is there already: a new key needs a new id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KEYS.rotate("K 2", Credential.of(NEW)))
        .withMessageContaining("lower-case letters and digits");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KEYS.sign("k2", "p", "ab"))
        .withMessageContaining("there is no signing key k2")
        .withMessageContaining("k1");
  }

  @Test
  void printsItsIdsAlone() {
    assertThat(KEYS).hasToString("SigningKeys[k1], k1 signs");
  }
}
