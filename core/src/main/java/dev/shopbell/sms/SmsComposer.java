package dev.shopbell.sms;

import dev.shopbell.internal.Text;
import dev.shopbell.notice.Purpose;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Puts a message together as its profile says: signature, words, opt-out; and counts the whole.
 * Signing and counting so follow the provider that sends.
 */
public final class SmsComposer {
  private static final Pattern OPT_OUT =
      Pattern.compile(
          "(拒收|退订).{0,3}回复?[\\p{Alnum}]|回复?[\\p{Alnum}].{0,2}(拒收|退订)|\\b(reply|text) stop\\b",
          Pattern.CASE_INSENSITIVE);

  private final SmsSegmentCalculator calculator;

  private SmsComposer(SmsSegmentCalculator calculator) {
    this.calculator = calculator;
  }

  public static SmsComposer of(SmsSegmentCalculator calculator) {
    return new SmsComposer(Objects.requireNonNull(calculator, "calculator"));
  }

  /**
   * A message to be sent.
   *
   * @param signature the shop's name, without brackets
   * @param words may begin with the signature and end with the opt-out: neither is put twice
   * @throws IllegalArgumentException when there are no words, when a message that is not marketing
   *     has an opt-out, when marketing has none and the profile knows none, or when the provider
   *     refuses it for its length
   */
  public SmsComposition compose(String signature, String words, Purpose purpose) {
    Objects.requireNonNull(purpose, "purpose");
    if (Objects.requireNonNull(words, "words").isBlank()) {
      throw new IllegalArgumentException("text is empty: a text message says something");
    }
    String brackets = "【" + Text.line("signature", signature, 100) + "】";
    String body = withOptOut(unsigned(words, brackets), purpose);
    SmsSignature who = calculator.profile().signature();
    String signed = who == SmsSignature.NONE ? body : brackets + body;
    if (calculator.overLimit(signed)) {
      throw new IllegalArgumentException(
          "text has %,d characters with signature and opt-out, in %,d segments: profile %s takes at most %s"
              .formatted(
                  signed.length(),
                  calculator.strict(signed),
                  calculator.profile().name(),
                  limit()));
    }
    return new SmsComposition(
        who == SmsSignature.OURS ? signed : body, signed, calculator.billed(signed));
  }

  private String unsigned(String words, String brackets) {
    boolean signs = calculator.profile().signature() != SmsSignature.NONE;
    return signs && words.startsWith(brackets) ? words.substring(brackets.length()) : words;
  }

  private String withOptOut(String words, Purpose purpose) {
    String optOut = calculator.profile().optOut();
    boolean has = (!optOut.isEmpty() && words.contains(optOut)) || OPT_OUT.matcher(words).find();
    if (purpose != Purpose.MARKETING) {
      if (has) {
        throw new IllegalArgumentException(
            "text says how to opt out, and is not marketing: leave that out, or send it as marketing");
      }
      return words;
    }
    if (!has && optOut.isEmpty()) {
      throw new IllegalArgumentException(
          "marketing must say how to opt out, and profile %s names no words for it: write them, or set optOut"
              .formatted(calculator.profile().name()));
    }
    return has ? words : words + optOut;
  }

  private String limit() {
    SmsProfile profile = calculator.profile();
    String segments = profile.maxSegments() + " segments";
    return profile.maxCharacters().isPresent()
        ? "%,d characters and %s".formatted(profile.maxCharacters().getAsInt(), segments)
        : segments;
  }
}
