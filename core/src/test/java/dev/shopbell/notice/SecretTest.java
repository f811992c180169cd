package dev.shopbell.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class SecretTest {
  private static final Secret CARD = Secret.reference("vault-77");

  @Test
  void carriesItsReferenceAndDoesNotPrintIt() {
    assertThat(CARD.reference()).isEqualTo("vault-77");
    assertThat(CARD).hasToString("Secret[***]");
  }

  @Test
  void equalsAnotherWithTheSameReference() {
    assertThat(CARD)
        .isEqualTo(Secret.reference("vault-77"))
        .hasSameHashCodeAs(Secret.reference("vault-77"))
        .isNotEqualTo(Secret.reference("vault-78"))
        .isNotEqualTo("vault-77");
  }

  @Test
  void cannotBeSerialised() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatExceptionOfType(NotSerializableException.class)
          .isThrownBy(() -> out.writeObject(CARD))
          .withMessage("dev.shopbell.notice.Secret");
    }
  }

  @Test
  void refusesAReferenceOfAnotherFormWithoutRepeatingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secret.reference("vault-77\n"))
        .withMessageStartingWith("secret reference holds U+000A at index 8")
        .withMessageNotContaining("vault");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secret.reference(" "))
        .withMessage("secret reference is blank: give 1 to 200 characters");
  }
}
