package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.cloudhopper.commons.charset.CharsetUtil;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("sms-05")
class SmsSegmentsTest {
  @ParameterizedTest
  @CsvSource({
    // The usual examples of packed septets.
    "hello, e8329bfd06",
    "hellohello, e8329bfd4697d9ec37",
    "€, 9b32",
    "@, 00"
  })
  void packSeptets(String text, String octets) {
    assertThat(HexFormat.of().formatHex(split("gsm", text).userData(1).get(0))).isEqualTo(octets);
  }

  @Test
  void putAHeaderBeforeEachPartOfSeveral() {
    List<byte[]> parts = split("gsm", "a".repeat(161)).userData(0xAB);

    assertThat(parts).hasSize(2);
    assertThat(parts.get(0)).hasSize(140).startsWith(5, 0, 3, 0xAB, 2, 1);
    assertThat(parts.get(1)).hasSize(6 + 8).startsWith(5, 0, 3, 0xAB, 2, 2);
  }

  @Test
  void putALongerReferenceWhereTheProfileHasOne() {
    List<byte[]> parts = split("gsm-16bit", "中".repeat(71)).userData(0xABCD);

    assertThat(parts.get(1)).hasSize(7 + 10).startsWith(6, 8, 4, 0xAB, 0xCD, 2, 2, 0x4E, 0x2D);
  }

  @Test
  void nameNationalTablesInTheHeaderOfASinglePartToo() {
    SmsSegments turkish = split("gsm-national", "ğ");

    assertThat(turkish.userData(0).get(0)).startsWith(3, 0x25, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gsm", "gsm-16bit", "aliyun-intl", "tencent-my", "cn"})
  void areReadBackByAnotherCodec(String profile) {
    RandomTexts texts = new RandomTexts(7);
    for (int i = 0; i < 2_000; i++) {
      String text = texts.next(400).replaceAll("\\p{Cs}", "");
      SmsSegments segments = split(profile, text + "a");
      List<byte[]> parts = segments.userData(200);
      for (int j = 0; j < parts.size(); j++) {
        SmsPart part = segments.parts().get(j);
        assertThat(parts.get(j).length).isLessThanOrEqualTo(140);
        assertThat(read(segments.encoding(), parts.get(j), parts.size() > 1, part.units()))
            .isEqualTo(part.text());
      }
    }
  }

  @Test
  void refuseAReferenceThatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split("gsm", "a").userData(256))
        .withMessage("reference is 256: profile gsm has one of 8 bits, from 0 to 255");
    assertThat(split("gsm-16bit", "a").userData(256)).hasSize(1);
  }

  @Test
  void refuseToSendNothing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> split("gsm", "").userData(0))
        .withMessage("an empty text cannot be sent: give it at least a character");
  }

  /** Without the header; septets are taken one by one, since fill bits move them. */
  private static String read(SmsEncoding encoding, byte[] octets, boolean header, int units) {
    int skipped = header ? octets[0] + 1 : 0;
    if (encoding == SmsEncoding.UCS_2) {
      return CharsetUtil.decode(
          Arrays.copyOfRange(octets, skipped, octets.length), CharsetUtil.CHARSET_UCS_2);
    }
    int bit = (skipped * 8 + 6) / 7 * 7;
    byte[] septets = new byte[units];
    for (int i = 0; i < units * 7; i++, bit++) {
      septets[i / 7] |= (byte) ((octets[bit / 8] >> bit % 8 & 1) << i % 7);
    }
    return CharsetUtil.decode(septets, CharsetUtil.CHARSET_GSM);
  }

  private static SmsSegments split(String profile, String text) {
    return SmsSegmentCalculator.of(SmsProfile.named(profile)).split(text);
  }
}
