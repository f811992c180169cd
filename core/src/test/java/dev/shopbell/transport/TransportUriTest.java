package dev.shopbell.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.shopbell.store.Endpoint;
import dev.shopbell.transport.TransportUri.Combinator;
import dev.shopbell.transport.TransportUri.Combined;
import dev.shopbell.transport.TransportUri.Single;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportUriTest {
  private static final String SECRET = "S3cr3tPhrase";
  private static final String MALFORMED = "transport URI cannot be read: ";

  @Test
  void readsOneEndpoint() {
    assertThat(TransportUri.parse(" smtp://user:secret@mail.example:587?tls=none "))
        .isEqualTo(single("smtp://user:secret@mail.example:587?tls=none"));
  }

  @Test
  void readsSeveralPutTogether() {
    assertThat(
            TransportUri.parse(
                "roundrobin( failover(breaker(smtp://u:p@a.example), smtp://b.example),"
                    + "smtps://c.example )"))
        .isEqualTo(
            new Combined(
                Combinator.ROUNDROBIN,
                List.of(
                    new Combined(
                        Combinator.FAILOVER,
                        List.of(
                            new Combined(
                                Combinator.BREAKER, List.of(single("smtp://u:p@a.example"))),
                            single("smtp://b.example"))),
                    single("smtps://c.example"))));
  }

  @Test
  void readsBracketsAndCommasOfASecretThatStandsAlone() {
    assertThat(TransportUri.parse("smtp://u:p(a,b)@mail.example"))
        .isEqualTo(single("smtp://u:p%28a%2Cb%29@mail.example"));
  }

  @Test
  void readsBackWhatItPrintsWhereThereIsNoCredential() {
    String uri = "failover(breaker(smtp://a.example:25),roundrobin(memory://,smtps://[::1]))";

    assertThat(TransportUri.parse(uri)).hasToString(uri);
    assertThat(TransportUri.parse(TransportUri.parse(uri).toString()))
        .isEqualTo(TransportUri.parse(uri));
  }

  @Test
  void printsNoCredential() {
    assertThat(
            TransportUri.parse(
                "failover(breaker(smtp://private:"
                    + SECRET
                    + "@a.example:25/"
                    + SECRET
                    + "),"
                    + "acme://b.example?key="
                    + SECRET
                    + ")"))
        .hasToString("failover(breaker(smtp://***:***@a.example:25),acme://b.example)");
  }

  @Test
  void nestsFourDeepAndNoDeeper() {
    assertThat(TransportUri.parse(nested(4))).hasToString(nested(4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransportUri.parse(nested(5)))
        .withMessage(MALFORMED + "its brackets do not close, or are nested more than 4 deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failover(",
        "failover(memory://",
        "failover(memory://)x",
        "failover(memory://) (",
        "("
      })
  void refusesBracketsThatDoNotClose(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransportUri.parse(uri))
        .withMessage(MALFORMED + "its brackets do not close, or are nested more than 4 deep");
  }

  @ParameterizedTest
  @CsvSource({"fallback,fallback", "FAILOVER,FAILOVER", "' ',''", "round-robin,round-robin"})
  void refusesAnUnknownCombinatorAndNamesThoseThereAre(String name, String shown) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransportUri.parse(name + "(memory://)"))
        .withMessage(
            MALFORMED
                + "\""
                + shown
                + "\" is unknown: put transports together by failover, roundrobin or breaker");
  }

  @Test
  void givesABreakerExactlyOneTransportAndOthersAtLeastOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransportUri.parse("breaker(memory://,memory://)"))
        .withMessage(MALFORMED + "breaker has 2 transports: give a breaker one, others more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Combined(Combinator.ROUNDROBIN, List.of()))
        .withMessage(MALFORMED + "roundrobin has 0 transports: give a breaker one, others more");
    assertThat(TransportUri.parse("failover(memory://)")).hasToString("failover(memory://)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "failover()", "failover(memory://,)", "failover(,)", "breaker( )"})
  void refusesAPartThatIsEmpty(String uri) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransportUri.parse(uri))
        .withMessageStartingWith(MALFORMED);
  }

  @Test
  void saysWhatIsWrongWithAPart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransportUri.parse("failover(memory://,smtp:u:" + SECRET + "@h)"))
        .withMessage(MALFORMED + "write it as scheme://user:secret@host:port");
  }

  @Test
  void refusesMoreThan8000Characters() {
    String longest = "memory://" + " ".repeat(7_991);

    assertThat(TransportUri.parse(longest)).isEqualTo(single("memory://"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TransportUri.parse(longest + " "))
        .withMessage(MALFORMED + "it has more than 8000 characters");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesItselfWhenItIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> TransportUri.parse(null))
        .withMessage("transport URI");
  }

  @RepeatedTest(20)
  void neverRepeatsASecretHoweverMalformedItIs(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    for (int i = 0; i < 1_000; i++) {
      String uri = "smtp://user:" + some(random) + SECRET + some(random) + "@mail.example";
      assertKeepsSecret(uri);
      assertKeepsSecret("failover(" + uri + ",breaker(" + uri + "))" + some(random));
    }
  }

  private static String some(SplittableRandom random) {
    String characters = "(),:/ %\"<é&=";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  private static void assertKeepsSecret(String uri) {
    try {
      assertThat(TransportUri.parse(uri).toString()).doesNotContain(SECRET);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasNoCause();
      assertThat(e.getMessage()).doesNotContain(SECRET);
    }
  }

  private static Single single(String uri) {
    return new Single(Endpoint.parse(uri));
  }

  private static String nested(int depth) {
    return "failover(".repeat(depth) + "memory://" + ")".repeat(depth);
  }
}
