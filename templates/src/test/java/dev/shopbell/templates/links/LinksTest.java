package dev.shopbell.templates.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.consent.Consents;
import dev.shopbell.consent.InMemoryConsentStore;
import dev.shopbell.notice.DeliveryId;
import dev.shopbell.notice.Purpose;
import dev.shopbell.notice.Recipient;
import dev.shopbell.notice.Secret;
import dev.shopbell.store.Credential;
import dev.shopbell.store.SigningKeys;
import dev.shopbell.store.StoreId;
import dev.shopbell.templates.links.UnsubscribePage.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final SigningKeys KEYS = SigningKeys.of("k1", key(1));
  private static final StoreId STORE = new StoreId("tea-42");
  private static final Recipient ANN = Recipient.of("buyer.7/ä");
  private static final DeliveryId DELIVERY = new DeliveryId("01m8160qt00000000000000000");
  private static final Secret CARD = Secret.reference("vault-private-77");
  private static final SignedLinks LINKS = links(KEYS);

  private static Credential key(int seed) {
    byte[] bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return Credential.of(Base64.getEncoder().encodeToString(bytes));
  }

  private static SignedLinks links(SigningKeys keys) {
    return new SignedLinks(
        keys,
        URI.create("https://platform.example/unsubscribe"),
        URI.create("https://platform.example/secrets/"),
        CLOCK);
  }

  private static String unsubscribe() {
    return token(LINKS.unsubscribe(STORE, ANN, Purpose.MARKETING));
  }

  private static String token(URI link) {
    return link.toString().substring(link.toString().lastIndexOf('/') + 1);
  }

  @Test
  @Tag("mail-03")
  void aTokenNamesStoreRecipientAndPurposeAndIsGoodForMoreThanAMonth() {
    UnsubscribeToken found =
        UnsubscribeToken.verify(unsubscribe(), KEYS, NOW.plus(Duration.ofDays(31))).orElseThrow();

    assertThat(found.store()).isEqualTo(STORE);
    assertThat(found.recipient()).isEqualTo(ANN.id());
    assertThat(found.purpose()).isEqualTo(Purpose.MARKETING);
    assertThat(UnsubscribeToken.verify(unsubscribe(), KEYS, NOW.plus(UnsubscribeToken.USUAL)))
        .isEmpty();
    assertThat(found.toString()).doesNotContain(ANN.id());
  }

  @Test
  @Tag("mail-03")
  void aScannersGetChangesNothingAndPostsAreAsOne() {
    Set<String> stopped = new HashSet<>();
    UnsubscribePage page =
        new UnsubscribePage(KEYS, CLOCK, found -> stopped.add(found.recipient()));

    assertThat(page.handle("GET", unsubscribe())).isEqualTo(Answer.ASK);
    assertThat(page.handle("HEAD", unsubscribe())).isEqualTo(Answer.ASK);
    assertThat(page.handle("OPTIONS", unsubscribe()).status()).isEqualTo(405);
    assertThat(page.handle("POST", unsubscribe() + "x").status()).isEqualTo(404);
    assertThat(stopped).isEmpty();
    assertThat(page.handle("POST", unsubscribe())).isEqualTo(Answer.DONE);
    assertThat(page.handle("post", unsubscribe())).isEqualTo(Answer.DONE);
    assertThat(stopped).containsExactly(ANN.id());
  }

  @Test
  @Tag("channel-09")
  void aPageThatIsGivenTheConsentsWithdrawsTheTokensPurposeOnAllChannels() {
    Consents consents = new Consents(new InMemoryConsentStore());
    UnsubscribePage page = new UnsubscribePage(KEYS, CLOCK, consents);

    page.handle("GET", unsubscribe());
    assertThat(consents.list(STORE, ANN.id())).isEmpty();
    page.handle("POST", unsubscribe());
    page.handle("POST", unsubscribe());
    assertThat(consents.list(STORE, ANN.id()))
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.granted()).isFalse();
              assertThat(said.purpose()).isEqualTo(Purpose.MARKETING);
              assertThat(said.channel()).isEmpty();
              assertThat(said.source()).isEqualTo("unsubscribe-link");
            });
  }

  @Test
  @Tag("mail-03")
  void aHundredThousandForgedTokensAreNotFound() {
    Random random = new Random(3);
    List<String> real = List.of(unsubscribe(), token(LINKS.view(STORE, DELIVERY, CARD)));
    int tried = 0;
    while (tried < 100_000) {
      String forged = forged(random, real.get(random.nextInt(2)));
      if (!real.contains(forged)) {
        tried++;
        assertThat(UnsubscribeToken.verify(forged, KEYS, NOW).isPresent()).isFalse();
        assertThat(SecretViewToken.verify(forged, KEYS, NOW).isPresent()).isFalse();
      }
    }
  }

  private static String forged(Random random, String token) {
    StringBuilder forged = new StringBuilder(token);
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %";
    for (int i = 0; i <= random.nextInt(3) && !forged.isEmpty(); i++) {
      int at = random.nextInt(forged.length());
      switch (random.nextInt(4)) {
        case 0 -> forged.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
        case 1 -> forged.deleteCharAt(at);
        case 2 -> forged.insert(at, letters.charAt(random.nextInt(letters.length())));
        default -> forged.setLength(Math.max(1, at));
      }
    }
    return forged.toString();
  }

  @Test
  @Tag("mail-03")
  void noPartOfATokenCanBeChangedForAnother() {
    List<String> other =
        new ArrayList<>(
            List.of(
                token(LINKS.unsubscribe(STORE, Recipient.of("buyer-8"), Purpose.MARKETING)),
                token(LINKS.unsubscribe(new StoreId("tea-43"), ANN, Purpose.MARKETING)),
                token(LINKS.unsubscribe(STORE, ANN, Purpose.CRITICAL)),
                token(LINKS.view(STORE, DELIVERY, CARD))));
    String[] ours = unsubscribe().split("\\.", -1);
    for (String token : other) {
      String[] theirs = token.split("\\.", -1);
      for (int i = 0; i < ours.length; i++) {
        String[] mixed = ours.clone();
        mixed[i] = theirs[i];
        if (!List.of(mixed).equals(List.of(ours))) {
          assertThat(UnsubscribeToken.verify(String.join(".", mixed), KEYS, NOW)).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "k1",
        "k1.....",
        "k1.a.b.c.d.e",
        "k2.YQ.YQ.YQ.YQ.YQ",
        "\u0000",
        "k1.%.%.%.%.%"
      })
  void whatIsNoTokenIsNotFound(String token) {
    assertThat(UnsubscribeToken.verify(token, KEYS, NOW)).isEmpty();
    assertThat(SecretViewToken.verify(token, KEYS, NOW)).isEmpty();
    assertThat(UnsubscribeToken.verify("k1.".repeat(100_000), KEYS, NOW)).isEmpty();
  }

  @Test
  @Tag("template-06")
  void aViewLinkTellsTheSecretsApartAndHoldsNeitherItNorItsReference() {
    String link = LINKS.view(STORE, DELIVERY, CARD).toString();
    SecretViewToken found =
        SecretViewToken.verify(token(URI.create(link)), KEYS, NOW).orElseThrow();

    assertThat(link).startsWith("https://platform.example/secrets/k1.");
    assertThat(found.store()).isEqualTo(STORE);
    assertThat(found.delivery()).isEqualTo(DELIVERY);
    assertThat(found.isFor(CARD, KEYS)).isTrue();
    assertThat(found.isFor(Secret.reference("vault-private-78"), KEYS)).isFalse();
    for (String part : token(URI.create(link)).split("\\.", -1)) {
      assertThat(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.ISO_8859_1))
          .doesNotContain("vault");
    }
    assertThat(
            SecretViewToken.verify(token(URI.create(link)), KEYS, NOW.plus(SecretViewToken.USUAL)))
        .isEmpty();
  }

  @Test
  void linksMadeBeforeAKeyWasRotatedStayGood() {
    SigningKeys rotated = KEYS.rotate("k2", key(2));
    String view = token(LINKS.view(STORE, DELIVERY, CARD));

    assertThat(UnsubscribeToken.verify(unsubscribe(), rotated, NOW)).isPresent();
    assertThat(SecretViewToken.verify(view, rotated, NOW).orElseThrow().isFor(CARD, rotated))
        .isTrue();
    String later = token(links(rotated).unsubscribe(STORE, ANN, Purpose.MARKETING));
    assertThat(later).startsWith("k2.");
    assertThat(UnsubscribeToken.verify(later, KEYS, NOW)).isEmpty();
    assertThat(UnsubscribeToken.verify(unsubscribe(), SigningKeys.of("k1", key(9)), NOW)).isEmpty();
  }

  @Test
  void aPageIsHttps() {
    assertThatThrownBy(
            () ->
                new SignedLinks(
                    KEYS, URI.create("http://a.example/"), URI.create("https://a.example/"), CLOCK))
        .hasMessage("unsubscribe page is http://a.example/: give an https address without ? and #");
  }

  @Test
  void aTokenMadeByHandIsGoodToTheSecond() {
    UnsubscribeToken token =
        new UnsubscribeToken(STORE, "b", Purpose.MARKETING, NOW.plusSeconds(60));

    assertThat(UnsubscribeToken.verify(token.sign(KEYS), KEYS, NOW)).isEqualTo(Optional.of(token));
    assertThat(UnsubscribeToken.verify(token.sign(KEYS), KEYS, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  @Tag("mail-03")
  void aTokenHasOneSpelling() {
    String token = unsubscribe();
    String[] words = token.split("\\.", -1);
    List<String> others = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      for (String ending : List.of("=", "==", "A", " ", "%3D", "\n")) {
        String[] changed = words.clone();
        changed[i] += ending;
        others.add(String.join(".", changed));
      }
      for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".toCharArray()) {
        String[] changed = words.clone();
        changed[i] = changed[i].substring(0, changed[i].length() - 1) + last;
        others.add(String.join(".", changed));
      }
    }
    others.add(token.toUpperCase(Locale.ROOT));
    others.add(token.toLowerCase(Locale.ROOT));
    others.add("K1" + token.substring(2));
    others.add(token.replace('-', '+').replace('_', '/') + "+");
    others.add(token.replace(".", "%2E"));
    others.add(" " + token);
    others.add(token + ".");
    others.add(token + "#");
    others.removeIf(token::equals);
    assertThat(others)
        .hasSizeGreaterThan(250)
        .noneMatch(other -> UnsubscribeToken.verify(other, KEYS, NOW).isPresent());
  }

  @Test
  void aTokenOfAPurposeOrTimeThatThereIsNoLongerIsNotFound() {
    for (String[] parts :
        List.of(
            new String[] {STORE.value(), ANN.id(), "NEWSLETTER", "9999999999"},
            new String[] {STORE.value(), ANN.id(), "MARKETING", "soon"},
            new String[] {STORE.value(), ANN.id(), "MARKETING", "9223372036854775807"},
            new String[] {"", ANN.id(), "MARKETING", "9999999999"})) {
      assertThat(UnsubscribeToken.verify(Token.of(KEYS, "unsubscribe", parts), KEYS, NOW))
          .isEmpty();
    }
  }
}
