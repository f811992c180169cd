package dev.shopbell.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shopbell.store.Credential;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyTest {
  /** Of RFC 8463, appendix A. */
  private static final String SEED = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

  @Test
  @Tag("mail-04")
  void comesBackFromItsPem() {
    for (DkimKey key : new DkimKey[] {TestKeys.RSA, TestKeys.ED25519}) {
      DkimKey again = DkimKey.of(key.selector(), key.pem());

      assertThat(again.record()).isEqualTo(key.record());
      assertThat(again.algorithm()).isEqualTo(key.algorithm());
      assertThat(again.pem()).isEqualTo(key.pem());
    }
  }

  @Test
  @Tag("mail-04")
  void isReadFromPkcs1Too() {
    byte[] pkcs8 = Base64.getMimeDecoder().decode(body(TestKeys.RSA.pem()));
    byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);

    assertThat(DkimKey.of("s1", pem("RSA PRIVATE KEY", pkcs1)).record())
        .isEqualTo(TestKeys.RSA.record());
  }

  @Test
  @Tag("mail-04")
  void hasTheRecordOfTheStandardForItsExample() {
    byte[] head = Base64.getDecoder().decode("MC4CAQAwBQYDK2VwBCIEIA==");
    byte[] pkcs8 = Arrays.copyOf(head, 48);
    System.arraycopy(Base64.getDecoder().decode(SEED), 0, pkcs8, 16, 32);

    assertThat(DkimKey.of("brisbane", pem("PRIVATE KEY", pkcs8)).record())
        .isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
  }

  @Test
  void neverPrintsItsPrivateHalf() {
    assertThat(TestKeys.RSA).hasToString("DkimKey[s1 rsa-2048]");
    assertThat(TestKeys.ED25519).hasToString("DkimKey[e1 ed25519]");
    assertThat(TestKeys.RSA.pem()).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "-----BEGIN PRIVATE KEY-----\nnot\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nTUlJQg==\n-----END "
      })
  void refusesWhatIsNoPrivateKey(String pem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DkimKey.of("s1", Credential.of(pem)))
        .withMessage(
            "the key of selector s1 is not a private key in PEM: make one with openssl genpkey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "MC4CAQAwBQYDK2VwBCIEIA==", "A", "c2VjcmV0LXNlY3JldC1zZWNyZXQ="})
  void saysNothingOfAKeyThatItCannotRead(String octets) {
    for (String kind : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY"}) {
      String pem = "-----BEGIN " + kind + "-----\n" + octets + "\n-----END " + kind + "-----\n";
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DkimKey.of("s1", Credential.of(pem)))
          .withMessage(
              "the key of selector s1 cannot be read: give PKCS #8 of RSA or Ed25519, not encrypted")
          .withNoCause();
    }
  }

  @Test
  @Tag("mail-04")
  void refusesAnRsaKeyThatReceiversDoNotTake() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(512);
    byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DkimKey.of("s1", pem("PRIVATE KEY", pkcs8)))
        .withMessage("the key of selector s1 has 512 bits: receivers take 1024 or more, use 2048");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "S1", "a b", "-a", "a.", "a;d=evil.example", "a\r\nb"})
  void refusesASelectorThatIsNone(String selector) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DkimKey.of(selector, TestKeys.RSA.pem()))
        .withMessageContaining("is not valid: use lower-case letters, digits and inner hyphens");
  }

  private static String body(Credential pem) {
    return pem.reveal().replaceAll("-----[A-Z ]+-----", "");
  }

  private static Credential pem(String kind, byte[] octets) {
    String text = Base64.getMimeEncoder().encodeToString(octets);
    return Credential.of(
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}
