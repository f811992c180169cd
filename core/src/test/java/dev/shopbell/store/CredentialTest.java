package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class CredentialTest {
  private static final String SECRET = "S3cr3tPhrase";

  @Test
  void givesTheSecretToNobodyButWhoAsksForIt() {
    Credential credential = Credential.of(SECRET);

    assertThat(credential.reveal()).isEqualTo(SECRET);
    assertThat(credential).hasToString("***");
    assertThat(credential.isNone()).isFalse();
  }

  @Test
  void isNoneWhenItIsEmpty() {
    assertThat(Credential.of("")).isSameAs(Credential.NONE).hasToString("");
    assertThat(Credential.NONE.isNone()).isTrue();
    assertThat(Credential.NONE.reveal()).isEmpty();
  }

  @Test
  void equalsAnotherWithTheSameSecretAlone() {
    assertThat(Credential.of(SECRET))
        .isEqualTo(Credential.of(SECRET))
        .hasSameHashCodeAs(Credential.of(SECRET))
        .isNotEqualTo(Credential.of(SECRET + " "))
        .isNotEqualTo(Credential.NONE)
        .isNotEqualTo(SECRET);
  }

  @Test
  void printsTheSameWhateverItsLength() {
    assertThat(Credential.of("x").toString()).isEqualTo(Credential.of("x".repeat(99)).toString());
  }

  @Test
  void cannotBeSerialised() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatExceptionOfType(NotSerializableException.class)
          .isThrownBy(() -> out.writeObject(Credential.of(SECRET)))
          .withMessage("dev.shopbell.store.Credential");
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesItselfWhenItIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> Credential.of(null))
        .withMessage("credential");
  }
}
