package dev.shopbell.sms;

import dev.shopbell.internal.Nearest;
import dev.shopbell.internal.Text;
import java.util.Arrays;

/**
 * A language that has tables of its own, by its National Language Identifier (TS 23.038,
 * 6.2.1.2.4). Spanish has a single shift table alone.
 */
public enum SmsLanguage {
  TURKISH("tr"),
  SPANISH("es"),
  PORTUGUESE("pt"),
  BENGALI("bn"),
  GUJARATI("gu"),
  HINDI("hi"),
  KANNADA("kn"),
  MALAYALAM("ml"),
  ORIYA("or"),
  PUNJABI("pa"),
  TAMIL("ta"),
  TELUGU("te"),
  URDU("ur");

  private final String code;

  SmsLanguage(String code) {
    this.code = code;
  }

  /**
   * The language of an ISO 639-1 code.
   *
   * @throws IllegalArgumentException when it has no tables, with those that have
   */
  public static SmsLanguage of(String code) {
    return Arrays.stream(values())
        .filter(language -> language.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "language "
                        + Text.quoted(code)
                        + " has no national tables: "
                        + Nearest.hint(
                            code, Arrays.stream(values()).map(SmsLanguage::code).toList())));
  }

  /** Its ISO 639-1 code. */
  public String code() {
    return code;
  }
}
