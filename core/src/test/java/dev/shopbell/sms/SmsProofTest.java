package dev.shopbell.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("sms-07")
class SmsProofTest {
  @Test
  void holdsWhatIsNeededToCountAgain() {
    String proof = proof("gsm", "a".repeat(152) + "€" + "b".repeat(152));

    assertThat(proof)
        .startsWith(
            "{\"profile\":{\"name\":\"gsm\",\"billing\":\"segments\",\"capacity\":[160,153,153],\"sources\":{\"alphabet\":\"3GPP TS 23.038, 6.2.1\",")
        .contains("},\"text\":\"aaa")
        .contains(
            ",\"encoding\":\"GSM-7\",\"billed\":3,\"units\":[152,153,1],\"borders\":[152,304,305],\"reason\":\"Three segments: ")
        .endsWith("\"}");
  }

  @Test
  void escapesWhatJsonCannotHold() {
    assertThat(proof("gsm", "\"\\\n\u0000\uD800\uD83D\uDE00"))
        .contains("\"text\":\"\\\"\\\\\\u000A\\u0000\\uD800\uD83D\uDE00\"");
  }

  @Test
  void doesNotPrintTheMessage() {
    SmsSegmentCalculator gsm = SmsSegmentCalculator.of(SmsProfile.named("gsm"));
    assertThat(SmsProof.of(gsm, "private").toString()).doesNotContain("private");
  }

  private static String proof(String profile, String text) {
    return SmsProof.of(SmsSegmentCalculator.of(SmsProfile.named(profile)), text).json();
  }
}
