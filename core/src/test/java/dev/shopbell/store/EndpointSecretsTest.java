package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No endpoint, and no error about one, repeats its secret. */
class EndpointSecretsTest {
  private static final String[] FRAGMENTS = {
    "smtp",
    "://",
    ":",
    "/",
    "?",
    "#",
    "[",
    "]",
    "@",
    "&",
    "=",
    "%",
    "%zz",
    "%40",
    "\\",
    " ",
    "\"",
    "<",
    "(",
    ")",
    ",",
    "\n",
    "\0",
    "é",
    "user",
    "mail.example",
    "587",
    "tls=none",
    "+",
    "|",
    "^"
  };

  @ParameterizedTest
  @ValueSource(strings = {"%0D%0A", "%0A", "%00", "%E2%80%A8"})
  void refusesALineBreakInUserAndSecretWithoutRepeatingThem(String bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse("smtp://user:" + EndpointTest.SECRET + bad + "x@h"))
        .withMessageStartingWith("credential holds U+")
        .withMessageNotContaining(EndpointTest.SECRET);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Endpoint.parse("smtp://private" + bad + "x:" + EndpointTest.SECRET + "@h"))
        .withMessageStartingWith("user holds U+")
        .withMessageNotContainingAny("private", EndpointTest.SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://private:S3cr3tPhrase@mail.example:587/S3cr3tPhrase?key=S3cr3tPhrase,"
        + "smtp://***:***@mail.example:587",
    "smtp://private@mail.example,smtp://***@mail.example",
    "smtp://:S3cr3tPhrase@mail.example,smtp://mail.example",
    "memory://,memory://",
  })
  void printsNeitherUserNorSecretNorOptions(String uri, String shown) {
    assertThat(Endpoint.parse(uri)).hasToString(shown);
  }

  @RepeatedTest(20)
  void neverRepeatsASecretHoweverMalformedItsUri(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 1_000; i++) {
      String secret = some(random) + EndpointTest.SECRET + some(random);
      assertKeepsSecret("smtp://user:" + secret + "@mail.example" + some(random));
      assertKeepsSecret("smtp://" + some(random) + ":" + secret + "@[::1]:25?tls=none");
      assertKeepsSecret("smtp:" + some(random) + "user:" + secret + "@mail.example");
      assertKeepsSecret("user:" + secret + "@mail.example");
    }
  }

  private static String some(SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
    }
    return text.toString();
  }

  private static void assertKeepsSecret(String uri) {
    try {
      Endpoint endpoint = Endpoint.parse(uri);
      assertThat(endpoint.toString()).doesNotContain(EndpointTest.SECRET);
      endpoint.allowOptions(Set.of("tls")).requireHost();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasNoCause();
      assertThat(e.getMessage()).doesNotContain(EndpointTest.SECRET);
    }
  }
}
