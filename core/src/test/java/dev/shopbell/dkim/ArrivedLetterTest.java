package dev.shopbell.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.address.DomainName;
import dev.shopbell.internal.Texts;
import dev.shopbell.mime.Letters;
import dev.shopbell.mime.SampleLetters;
import dev.shopbell.transport.LetterHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("mail-02")
class ArrivedLetterTest {
  private static final String PAIR =
      """
      List-Unsubscribe: <https://shop.example/u>
      List-Unsubscribe-Post: List-Unsubscribe=One-Click
      """;

  @Test
  void ourOwnSignatureCoversThePair() throws Exception {
    DkimSigner signer =
        DkimSigner.of(DomainName.of("platform.example"), List.of(TestKeys.RSA), SampleLetters.DATE);
    byte[] raw =
        Letters.bytes(
            SampleLetters.letter(SampleLetters.content("Hello", "Hello"))
                .with(LetterHeaders.NONE.unsubscribe(URI.create("https://shop.example/u")))
                .with(signer));

    ArrivedLetter letter = ArrivedLetter.read(new ByteArrayInputStream(raw));

    assertThat(letter.cover()).isEqualTo(UnsubscribeCover.COVERED);
    assertThat(letter.from()).contains(DomainName.of("platform.example"));
    assertThat(letter.signatures())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.domain()).isEqualTo("platform.example");
              assertThat(one.selector()).isEqualTo("s1");
              assertThat(one.algorithm()).isEqualTo("rsa-sha256");
              assertThat(one.signed()).contains("from", "list-unsubscribe-post");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example, from:list-unsubscribe:list-unsubscribe-post, COVERED",
    "mail.shop.example, From : List-Unsubscribe : List-Unsubscribe-Post, COVERED",
    "EXAMPLE, from:list-unsubscribe:list-unsubscribe-post, COVERED",
    "relay.test, from:list-unsubscribe:list-unsubscribe-post, OTHER_DOMAIN",
    "othershop.example, from:list-unsubscribe:list-unsubscribe-post, OTHER_DOMAIN",
    "shop.example, from:list-unsubscribe, NOT_COVERED",
    "shop.example, from:subject, NOT_COVERED"
  })
  void aSignatureCoversWhatItNames(String domain, String signed, UnsubscribeCover cover)
      throws IOException {
    ArrivedLetter letter = read(signature(domain, signed) + PAIR);

    assertThat(letter.cover()).isEqualTo(cover);
    assertThat(letter.text(Locale.ENGLISH)).contains("shop.example");
  }

  @Test
  void aFieldThatARelayAddedBesideOursIsNotCovered() throws IOException {
    String ours = signature("shop.example", "from:list-unsubscribe:list-unsubscribe-post");

    assertThat(read(ours + PAIR + "List-Unsubscribe: <mailto:u@relay.test>\r\n").cover())
        .isEqualTo(UnsubscribeCover.NOT_COVERED);
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() throws IOException {
    ArrivedLetter letter =
        read(
            signature("relay.test", "from")
                + signature("shop.example", "list-unsubscribe:list-unsubscribe-post")
                + PAIR);

    assertThat(letter.cover()).isEqualTo(UnsubscribeCover.COVERED);
    assertThat(letter.signatures())
        .extracting(DkimSignature::domain)
        .containsExactly("relay.test", "shop.example");
  }

  @Test
  void withoutASignatureOrThePairItSaysSo() throws IOException {
    assertThat(read(PAIR).cover()).isEqualTo(UnsubscribeCover.UNSIGNED);
    assertThat(read("DKIM-Signature: v=1; d=shop.example\r\n" + PAIR).cover())
        .isEqualTo(UnsubscribeCover.UNSIGNED);
    assertThat(read(signature("shop.example", "from")).cover()).isEqualTo(UnsubscribeCover.NO_PAIR);
    assertThat(read("\r\n" + PAIR).cover()).isEqualTo(UnsubscribeCover.NO_PAIR);
  }

  @Test
  void readsFoldedFieldsAndLinesOfAFile() throws IOException {
    String folded =
        "dkim-signature: v=1; a=rsa-sha256;\n\td=Shop.Example; s=k1; bh=x; b=y;\n"
            + "\th=From:\n\t List-Unsubscribe:List-Unsubscribe-Post\n"
            + PAIR
            + "From: \"ann@other.test\" <ann@shop.example>\n\nList-Unsubscribe: in the body\n";

    assertThat(ArrivedLetter.read(stream(folded)).cover()).isEqualTo(UnsubscribeCover.COVERED);
  }

  @ParameterizedTest
  @EnumSource(UnsubscribeCover.class)
  void saysWhatItMeansInEachLanguage(UnsubscribeCover cover) {
    ArrivedLetter letter = new ArrivedLetter(Optional.empty(), List.of(), cover);

    assertThat(Texts.LANGUAGES.stream().map(letter::text).distinct())
        .hasSize(Texts.LANGUAGES.size())
        .noneMatch(String::isBlank);
  }

  @Test
  void whateverIsThereItGivesAnAnswer() throws IOException {
    for (String odd :
        List.of("", "\n", ":", "From:", "From: x@\r\n", "\r\n\r\n", "DKIM-Signature")) {
      assertThat(ArrivedLetter.read(stream(odd)).from()).isEmpty();
    }
  }

  private static ArrivedLetter read(String fields) throws IOException {
    return ArrivedLetter.read(stream(fields + "From: Ann <ann@shop.example>\r\n\r\nwords\r\n"));
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String signature(String domain, String signed) {
    return "DKIM-Signature: v=1; a=rsa-sha256; d=%s; s=k1; h=%s; bh=x; b=y\r\n"
        .formatted(domain, signed);
  }
}
