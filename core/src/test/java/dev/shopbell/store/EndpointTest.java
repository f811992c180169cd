package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  static final String SECRET = "S3cr3tPhrase";

  @Test
  void readsEveryPart() {
    Endpoint endpoint =
        Endpoint.parse("smtp://user:secret@mail.example:587/in/box?tls=none&timeout=10&fast");

    assertThat(endpoint)
        .isEqualTo(
            new Endpoint(
                "smtp",
                "mail.example",
                587,
                "/in/box",
                "user",
                Credential.of("secret"),
                Map.of("tls", "none", "timeout", "10", "fast", "true")));
  }

  @Test
  void takesEveryPartButTheSchemeToBeEmptyWhenItIsNotGiven() {
    Endpoint nothing = new Endpoint("memory", "", 0, "", "", Credential.NONE, Map.of());

    assertThat(Endpoint.parse("smtp://mail.example"))
        .isEqualTo(new Endpoint("smtp", "mail.example", 0, "", "", Credential.NONE, Map.of()));
    assertThat(Endpoint.parse("memory:///").host()).isEmpty();
    assertThat(Endpoint.parse("memory://").host()).isEqualTo(nothing.host());
    assertThat(Endpoint.parse("MEMORY://")).isEqualTo(Endpoint.parse("memory://"));
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://user:p%40ss%3A%2F%3F%23@h,user,p@ss:/?#",
    "smtp://ann%40shop.example:secret@h,ann@shop.example,secret",
    "smtp://user:a+b%2Bc@h,user,a+b+c",
    "smtp://user:a:b:c@h,user,a:b:c",
    "smtp://user:%E5%AF%86%20%E7%A0%81@h,user,密 码",
    "smtp://us%3Aer:x@h,us:er,x",
    "smtp://user@h,user,''",
    "smtp://user:@h,user,''",
    "smtp://:token@h,'',token",
  })
  void decodesUserAndSecret(String uri, String user, String secret) {
    Endpoint endpoint = Endpoint.parse(uri);

    assertThat(endpoint.user()).isEqualTo(user);
    assertThat(endpoint.credential()).isEqualTo(Credential.of(secret));
    assertThat(endpoint.host()).isEqualTo("h");
  }

  @ParameterizedTest
  @CsvSource({
    "smtp://[2001:db8::1]:25,2001:db8::1,25,smtp://[2001:db8::1]:25",
    "smtp://[::1],::1,0,smtp://[::1]",
    "smtp://192.0.2.1:25,192.0.2.1,25,smtp://192.0.2.1:25",
    "SMTPS://mail.example,mail.example,0,smtps://mail.example",
  })
  void readsNamesAndAddressesOfHosts(String uri, String host, int port, String shown) {
    Endpoint endpoint = Endpoint.parse(uri);

    assertThat(endpoint.host()).isEqualTo(host);
    assertThat(endpoint.port()).isEqualTo(port);
    assertThat(endpoint).hasToString(shown);
  }

  @Test
  void decodesOptions() {
    Endpoint endpoint = Endpoint.parse("acme://h?sign=%E8%8C%B6&a+b=c+d&empty=&x=1=2");

    assertThat(endpoint.options())
        .isEqualTo(Map.of("sign", "茶", "a+b", "c+d", "empty", "", "x", "1=2"));
    assertThat(endpoint.option("sign")).contains("茶");
    assertThat(endpoint.option("other")).isEmpty();
  }

  @Test
  void refusesAnOptionThatIsGivenTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse("smtp://h?tls=none&tls=required"))
        .withMessage("transport URI cannot be read: the option \"tls\" stands in it twice");
  }

  @Test
  void refusesAnOptionThatIsNotKnownAndSuggestsTheNearest() {
    Endpoint endpoint = Endpoint.parse("smtp://u:" + SECRET + "@h?tsl=" + SECRET);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> endpoint.allowOptions(Set.of("timeout", "tls")))
        .withMessage("smtp has no option \"tsl\": did you mean \"tls\"? Known: timeout, tls");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse("smtp://h?colour=1").allowOptions(Set.of("timeout")))
        .withMessage("smtp has no option \"colour\": known: timeout");
    assertThat(endpoint.allowOptions(Set.of("tsl"))).isSameAs(endpoint);
  }

  @ParameterizedTest
  @CsvSource({"?n=1,1", "?n=600,600", "?n=007,7", "'',30"})
  void readsAnOptionThatIsAWholeNumber(String query, int value) {
    assertThat(Endpoint.parse("smtp://h" + query).intOption("n", 30, 1, 600)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "601", "-1", "1.5", "ten", "", "9999999999", "0x10", "٣"})
  void refusesAnOptionThatIsNoWholeNumberOrOutOfRange(String value) {
    Endpoint endpoint =
        new Endpoint("smtp", "h", 25, "", "user", Credential.of(SECRET), Map.of("n", value));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> endpoint.intOption("n", 30, 1, 600))
        .withMessage(
            "option n of smtp://***:***@h:25 is \"%s\": give a whole number from 1 to 600", value);
  }

  @ParameterizedTest
  @CsvSource({"smtp://h,587,587", "smtp://h:0,587,587", "smtp://h:25,587,25"})
  void takesTheSchemesPortWhenNoneWasGiven(String uri, int standard, int port) {
    assertThat(Endpoint.parse(uri).portOr(standard)).isEqualTo(port);
  }

  @Test
  void refusesAPortThatNoHostHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse("smtp://h:65536"))
        .withMessage("port is 65536: give 1 to 65535, or none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint("smtp", "h", -1, "", "", Credential.NONE, Map.of()))
        .withMessage("port is -1: give 1 to 65535, or none");
    assertThat(Endpoint.parse("smtp://h:65535").port()).isEqualTo(65_535);
  }

  @Test
  void saysHowToWriteAHostWhenOneIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse("smtp:///").requireHost())
        .withMessage("endpoint smtp:// names no host: write smtp://user:secret@host:port");
    Endpoint endpoint = Endpoint.parse("smtp://h");
    assertThat(endpoint.requireHost()).isSameAs(endpoint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mailto:ann            | write it as scheme://user:secret@host:port
          //mail.example:25     | write it as scheme://user:secret@host:port
          smtp:user@host        | write it as scheme://user:secret@host:port
          smtp://h:25:26        | its host or port is malformed, or user and secret hold a character to escape
          smtp://h:abc          | its host or port is malformed, or user and secret hold a character to escape
          smtp://my_host        | its host or port is malformed, or user and secret hold a character to escape
          smtp://u:p@ss@h       | its host or port is malformed, or user and secret hold a character to escape
          smtp://u:12?34@h      | percent-encode # / ? and @ in user, secret, path and options
          smtp://u:12/34@h      | percent-encode # / ? and @ in user, secret, path and options
          smtp://u:12#34@h      | percent-encode # / ? and @ in user, secret, path and options
          smtp://u:p@s/s@h      | percent-encode # / ? and @ in user, secret, path and options
          smtp://h#part         | percent-encode # / ? and @ in user, secret, path and options
          smtp://h?to=a@b       | percent-encode # / ? and @ in user, secret, path and options
          smtp://u:p ss@h       | percent-encode every character of user and secret but letters and digits
          smtp://u:100%@h       | percent-encode every character of user and secret but letters and digits
          """)
  void saysHowToWriteWhatItCannotRead(String uri, String remedy) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse(uri))
        .withMessage("transport URI cannot be read: " + remedy)
        .withNoCause();
  }

  @Test
  void refusesMoreThan2000Characters() {
    assertThat(Endpoint.parse("smtp://h/" + "x".repeat(1_991)).path()).hasSize(1_992);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Endpoint.parse("smtp://h/" + "x".repeat(1_992)))
        .withMessage("transport URI cannot be read: it has more than 2000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Smtp", "1smtp", "sm tp", "smtp\n"})
  void refusesASchemeOfAnotherForm(String scheme) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint(scheme, "h", 0, "", "", Credential.NONE, Map.of()))
        .withMessageStartingWith("scheme \"")
        .withMessageEndingWith("\" is not valid: use lower-case letters, digits, + . -");
  }

  @Test
  void refusesALineBreakInHostAndPath() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint("smtp", "h\r\n", 0, "", "", Credential.NONE, Map.of()))
        .withMessageStartingWith("host holds U+000D");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Endpoint("smtp", "h", 0, "/\n", "", Credential.NONE, Map.of()))
        .withMessageStartingWith("path holds U+000A");
  }

  @Test
  void isEqualWhenAllPartsAreTheCredentialToo() {
    String uri = "smtp://user:secret@h:25/p?a=1";

    assertThat(Endpoint.parse(uri)).isEqualTo(Endpoint.parse(uri));
    assertThat(Endpoint.parse(uri))
        .isNotEqualTo(Endpoint.parse("smtp://user:other@h:25/p?a=1"))
        .isNotEqualTo(Endpoint.parse("smtp://user2:secret@h:25/p?a=1"))
        .isNotEqualTo(Endpoint.parse("smtp://user:secret@h2:25/p?a=1"))
        .isNotEqualTo(Endpoint.parse("smtp://user:secret@h:26/p?a=1"))
        .isNotEqualTo(Endpoint.parse("smtp://user:secret@h:25/q?a=1"))
        .isNotEqualTo(Endpoint.parse("smtp://user:secret@h:25/p?a=2"))
        .isNotEqualTo(Endpoint.parse("smtps://user:secret@h:25/p?a=1"));
  }

  @Test
  void keepsOptionsOfItsOwn() {
    Map<String, String> options = new HashMap<>(Map.of("a", "1"));
    Endpoint endpoint = new Endpoint("smtp", "h", 0, "", "", Credential.NONE, options);
    options.put("a", "2");

    assertThat(endpoint.options()).isEqualTo(Map.of("a", "1"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> endpoint.options().put("b", "1"));
  }

  @Test
  void standsForThePlatformsOwnAccount() {
    assertThat(Endpoint.PLATFORM).hasToString("platform://");
    assertThat(Endpoint.PLATFORM.credential().isNone()).isTrue();
  }
}
