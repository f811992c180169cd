package dev.shopbell.templates;

import dev.shopbell.notice.Purpose;
import dev.shopbell.sms.SmsComposer;
import dev.shopbell.sms.SmsComposition;
import dev.shopbell.sms.SmsProfile;
import dev.shopbell.sms.SmsSegmentCalculator;
import dev.shopbell.templates.engine.Place;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Counts a text message as its provider would, signed, and asks for what gateways refuse. */
final class SmsLint {
  private static final Pattern LINK =
      Pattern.compile("(?i)https?://[^\\s{}]*+|\\bwww\\.[^\\s{}]++|\\{\\{\\s*[\\w.]*link\\s*}}");
  private static final String MAINLAND = "cn";

  private final SmsProfile profile;
  private final SmsSegmentCalculator calculator;

  SmsLint(SmsProfile profile) {
    this.profile = profile;
    this.calculator = SmsSegmentCalculator.of(profile);
  }

  /** Asks for links, which gateways of mainland China hold back. */
  void links(LintedText text) {
    if (profile.name().equals(MAINLAND)) {
      text.each(
          LINK,
          "link-in-sms",
          false,
          "gateways of mainland China hold back a message with a link unless they approved its template with it: have it approved so, or take the link out");
    }
  }

  /**
   * Tells what the message would cost.
   *
   * @param words as rendered with sample data
   * @param signature the shop's name
   */
  void rendered(
      Place place, String words, String signature, Purpose purpose, Consumer<Problem> problems) {
    String signed = "【" + signature + "】" + words;
    if (calculator.overLimit(signed)) {
      problems.accept(
          Problem.error(
              place,
              "sms-too-long",
              "the message is %s characters long with the signature and sample data, and gateways take %s of it, counted as %s: shorten it"
                  .formatted(signed.length(), limit(), profile.name())));
      return;
    }
    SmsComposition message;
    try {
      message = SmsComposer.of(calculator).compose(signature, words, purpose);
    } catch (IllegalArgumentException e) {
      problems.accept(
          Problem.error(place, "sms-refused", "with sample data, its " + e.getMessage()));
      return;
    }
    if (message.segments() > 1) {
      problems.accept(
          Problem.advice(
              place,
              "sms-segments",
              "the message is %s segments with sample data, each charged: %s characters with the signature, counted as %s; %s fewer make it %s"
                  .formatted(
                      message.segments(),
                      message.sent().length(),
                      profile.name(),
                      spare(message),
                      message.segments() - 1)));
    }
  }

  private String limit() {
    return profile.maxCharacters().isPresent()
        ? profile.maxCharacters().getAsInt() + " characters"
        : profile.maxSegments() + " segments";
  }

  /** How many characters less would be a segment less. */
  private int spare(SmsComposition message) {
    String text = message.sent();
    int end = text.length();
    while (end > 0 && calculator.billed(text.substring(0, end)) >= message.segments()) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.length() - end;
  }
}
