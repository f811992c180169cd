package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("sms-03")
class SmsProfilesTest {
  private static final String START = "[mine]\nalphabet = gsm-7 -- us\n";

  @Test
  void haveAStockOfEight() {
    assertThat(SmsProfiles.stock().list())
        .extracting(SmsProfile::name)
        .containsExactly(
            "cn",
            "gsm",
            "gsm-16bit",
            "gsm-national",
            "aliyun-intl",
            "tencent-global",
            "tencent-my",
            "twilio");
  }

  @ParameterizedTest
  @CsvSource({
    "cn, 70/67/67",
    "gsm, 70/67/67",
    "gsm-16bit, 70/66/66",
    "gsm-national, 70/67/67",
    "aliyun-intl, 70/67/67",
    "tencent-global, 70/67/67",
    "tencent-my, 63/60/67",
    "twilio, 70/67/67"
  })
  void sayWhatASegmentHolds(String name, String ucs2) {
    assertThat(SmsProfile.named(name).ucs2()).hasToString(ucs2);
  }

  @Test
  void nameTheSourceOfEachValue() {
    assertThat(SmsProfiles.stock().list())
        .allSatisfy(
            profile ->
                assertThat(profile.sources())
                    .containsKeys("alphabet", "title", "ucs-2")
                    .allSatisfy((value, source) -> assertThat(source).isNotBlank()));
    assertThat(SmsProfile.named("twilio").sources().get("max-characters")).contains("21617");
  }

  @Test
  void areReadFromAFileOfThePlatformsOwn() {
    SmsProfiles mine =
        SmsProfiles.read(
            "mine.txt",
            new StringReader(
                START
                    + "gsm-7 = 150/140/145 -- contract, page 3\n"
                    + "shift = single tr,es -- contract, page 4\n"
                    + "billing = units -- contract, page 5\n"));

    SmsProfile profile = SmsProfiles.stock().with(mine).named("mine");

    assertThat(profile.gsm7()).isEqualTo(new SmsCapacity(150, 140, 145));
    assertThat(profile.languages()).containsExactly(SmsLanguage.TURKISH, SmsLanguage.SPANISH);
    assertThat(profile.billing()).isEqualTo(SmsBilling.UNITS);
    assertThat(SmsSegmentCalculator.of(profile).strict("x".repeat(151))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "gsm-7 = 161/153/153 -- x; line 1: profile mine: gsm-7 capacity 161/153/153 is more than 160/153/153, which is what 140 octets hold beside a reference of 8 bits",
        "ucs-2 = 70/67/1 -- x; line 3: capacity 70/67/1 cannot be: a segment holds at least 2 units, and the first of several at most as many as a single one",
        "ucs-2 = 70-67 -- x; line 3: capacity \"70-67\" is not single/first/following, as in 160/153/153",
        "max-characters = 0 -- x; line 3: max-characters is 0: give a number from 1 to 2147483647",
        "max-characters = many -- x; line 3: \"many\" is no whole number",
        "max-segments = 256 -- x; line 3: max-segments is 256: give a number from 1 to 255",
        "reference = 7 -- x; line 3: reference is 7 bits: the header has one of 8 and one of 16",
        "billing = unit -- x; line 3: \"unit\" is none of these: units, segments",
        "shift = single xx -- x; line 3: language \"xx\" has no national tables",
        "shift = none tr -- x; line 3: shift is NONE with 1 languages",
        "extension = ! -- x; line 3: extension holds U+0021, which the extension table of TS 23.038 has not",
        "maximum = 5 -- x; line 3: no value \"maximum\"",
        "title = ours; line 3: is neither \"[name]\" nor \"value = what it is -- where it is from\"",
        "alphabet = utf-8 -- x; line 3: alphabet stands above already",
        "[mine]; line 3: profile \"mine\" stands above already",
        "[Mine!]; line 3: profile Mine!: alphabet is missing: it is a profile's first value"
      })
  void refuseWhatCannotBeAndNameTheLine(String line, String error) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmsProfiles.read("mine.txt", new StringReader(START + line)))
        .withMessageStartingWith("mine.txt, " + error);
  }

  @Test
  void refuseValuesThatCannotBeTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SmsProfile.named("cn").toBuilder()
                    .shift(SmsShift.SINGLE, List.of(SmsLanguage.TURKISH))
                    .build())
        .withMessage("profile cn writes UCS-2 alone, where national tables have no place");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmsProfile.named("gsm").toBuilder().referenceBits(16).build())
        .withMessageContaining("152/152");
  }

  @Test
  void nameTheNearestToAnUnknownOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmsProfile.named("twillio"))
        .withMessage(
            "no profile \"twillio\": did you mean \"twilio\"? Known: aliyun-intl, cn, gsm, gsm-16bit, gsm-national, tencent-global, tencent-my, twilio");
  }
}
