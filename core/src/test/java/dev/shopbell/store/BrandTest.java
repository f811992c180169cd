package dev.shopbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {
  private static final Optional<URI> NONE = Optional.empty();

  @Test
  void isPlainUnlessGiven() {
    assertThat(Brand.PLAIN).isEqualTo(new Brand("#1f6f5c", NONE, NONE, ""));
  }

  @Test
  void keepsWhatItIsGiven() {
    Optional<URI> logo = Optional.of(URI.create("https://cdn.example/logo.png"));
    Optional<URI> site = Optional.of(URI.create("https://shop.example"));

    Brand brand = new Brand("#C0FFEE", logo, site, "1 Tea Road, Hangzhou");

    assertThat(brand.accent()).isEqualTo("#C0FFEE");
    assertThat(brand.logo()).isEqualTo(logo);
    assertThat(brand.site()).isEqualTo(site);
    assertThat(brand.postalAddress()).isEqualTo("1 Tea Road, Hangzhou");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1f6f5c", "#fff", "green", "#1f6f5g", "#1f6f5c;}", "#1f6f5c\n"})
  void refusesAnotherFormOfColour(String accent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brand(accent, NONE, NONE, ""))
        .withMessageStartingWith("accent colour is \"")
        .withMessageEndingWith("\": write it as #rrggbb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/a.png",
        "//shop.example/a.png",
        "javascript:alert(1)",
        "data:image/png;base64,AA",
        "https:///a.png",
        "a.png"
      })
  void refusesALogoOrSiteThatIsNotHttps(String uri) {
    Optional<URI> given = Optional.of(URI.create(uri));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brand("#1f6f5c", given, NONE, ""))
        .withMessage("logo is \"%s\": give an https address", uri);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brand("#1f6f5c", NONE, given, ""))
        .withMessage("site is \"%s\": give an https address", uri);
  }

  @Test
  void takesAPostalAddressOfOneLineAndAtMost300Characters() {
    assertThat(new Brand("#1f6f5c", NONE, NONE, "x".repeat(300)).postalAddress()).hasSize(300);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brand("#1f6f5c", NONE, NONE, "x".repeat(301)))
        .withMessage("postal address has 301 characters: at most 300 are allowed");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brand("#1f6f5c", NONE, NONE, "1 Tea Road\nHangzhou"))
        .withMessageStartingWith("postal address holds U+000A at index 10");
  }

  @Test
  void isWarmAndInTheReadersFontUnlessItSaysOtherwise() {
    assertThat(Brand.PLAIN.tone()).isEqualTo(Tone.WARM);
    assertThat(Brand.PLAIN.typeface()).isEqualTo(Typeface.SANS);
    assertThat(Brand.PLAIN.tone(Tone.PLAYFUL).typeface(Typeface.SERIF))
        .isEqualTo(new Brand("#1f6f5c", NONE, NONE, "", Typeface.SERIF, Tone.PLAYFUL, List.of()));
  }

  @Test
  void hasUpToSixSecureLinks() {
    Brand.Link help = new Brand.Link("Help", URI.create("https://shop.example/help"));

    assertThat(Brand.PLAIN.links(help).links()).containsExactly(help);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Brand.PLAIN.links(help, help, help, help, help, help, help))
        .withMessage("a brand has 7 links: give at most 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brand.Link("Help", URI.create("http://shop.example")))
        .withMessageContaining("give an https address");
  }

  @Test
  void refusesALogoThatMailClientsDoNotShow() {
    Optional<URI> logo = Optional.of(URI.create("https://shop.example/logo.SVG"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Brand("#1f6f5c", logo, NONE, ""))
        .withMessageContaining("mail clients show no SVG, give a PNG");
  }
}
