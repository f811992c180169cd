package dev.shopbell.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsNameTest {
  private static DnsName name(String text) {
    return DnsName.of(text);
  }

  @ParameterizedTest
  @CsvSource({
    "Annstea.Example., annstea.example",
    "_dmarc.annstea.example, _dmarc.annstea.example",
    ".,''",
    "'',''",
    "a\\.,a\\.",
    "a\\\\.,a\\\\",
    "a..,a.",
  })
  void dropsOneDotAtTheEndUnlessItIsEscaped(String text, String value) {
    assertThat(name(text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "a.b.c, a|b|c",
    "a\\.b.c, a\\.b|c",
    "a\\\\.b, a\\\\|b",
    "a..b, a||b",
    "\\046x.b, \\046x|b",
  })
  void splitsAtDotsThatAreNotEscaped(String text, String labels) {
    assertThat(String.join("|", name(text).labels())).isEqualTo(labels);
    assertThat(DnsName.join(name(text).labels())).isEqualTo(name(text));
  }

  @ParameterizedTest
  @CsvSource({
    "annstea.example, annstea.example, true",
    "a.annstea.example, annstea.example, true",
    "annstea.example, '', true",
    "'', '', true",
    "'', annstea.example, false",
    "notannstea.example, annstea.example, false",
    "annstea.example, a.annstea.example, false",
    "a\\.annstea.example, annstea.example, false",
    "a\\\\.annstea.example, annstea.example, true",
  })
  void isWithinWhatItEndsWithLabelByLabel(String name, String other, boolean within) {
    assertThat(name(name).isWithin(name(other))).isEqualTo(within);
  }

  @Test
  void walksUpToButWithoutTheRoot() {
    assertThat(name("a.b.example").upwards())
        .containsExactly(name("a.b.example"), name("b.example"), name("example"));
    assertThat(name("a.b").parent()).isEqualTo(name("b"));
    assertThat(name("b").parent()).isEqualTo(DnsName.ROOT);
    assertThat(DnsName.ROOT.parent()).isEqualTo(DnsName.ROOT);
    assertThat(DnsName.ROOT.upwards()).isEmpty();
    assertThat(DnsName.ROOT.first()).isEmpty();
    assertThat(name("a.b").first()).isEqualTo("a");
  }

  @Test
  void standsBelowAnother() {
    assertThat(name("a.b").below(name("c.d"))).isEqualTo(name("a.b.c.d"));
    assertThat(name("a.b").below(DnsName.ROOT)).isEqualTo(name("a.b"));
    assertThat(DnsName.ROOT.below(name("a.b"))).isEqualTo(name("a.b"));
    assertThat(name("a.b").absolute()).isEqualTo("a.b.");
    assertThat(DnsName.ROOT.absolute()).isEqualTo(".");
  }

  @Test
  void isPossibleUpTo63OctetsALabelAnd253InAll() {
    String label = "a".repeat(63);
    assertThat(name(label + "." + label + "." + label + "." + "b".repeat(61)).isPossible())
        .isTrue();
    assertThat(name(label + "." + label + "." + label + "." + "b".repeat(62)).isPossible())
        .isFalse();
    assertThat(name("a" + label).isPossible()).isFalse();
    assertThat(name("a..b").isPossible()).isFalse();
    assertThat(DnsName.ROOT.isPossible()).isTrue();
  }

  @Test
  void countsAnEscapeAsTheOneOctetItStandsFor() {
    assertThat(name("\\255".repeat(63) + ".example").isPossible()).isTrue();
    assertThat(name("\\255".repeat(64) + ".example").isPossible()).isFalse();
    assertThat(name("\\.".repeat(63)).isPossible()).isTrue();
  }
}
