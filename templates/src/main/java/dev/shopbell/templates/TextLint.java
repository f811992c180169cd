package dev.shopbell.templates;

import dev.shopbell.notice.Purpose;
import dev.shopbell.templates.engine.Place;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Looks at what the lines of a message say: addresses, promotions, what is HTML and stands in none.
 */
final class TextLint {
  private static final int LONG_SUBJECT = 70;

  /** But for the names of document types and namespaces, which nobody opens. */
  private static final Pattern HTTP =
      Pattern.compile("(?i)http://(?!www\\.w3\\.org/)[^\\s\"'<>{}]*+");

  private static final Pattern PROMOTION =
      Pattern.compile(
          "(?iu)\\b\\d{1,2} ?% ?(?:off|discount|de descuento)|\\b(?:coupon|promo(?:tion|s)?|discount"
              + "|sale|special offer|deals?|save \\d+|clearance|free gift|black friday|cup[oó]n"
              + "|descuento|rebajas?|oferta|promoci[oó]n|liquidaci[oó]n)\\b"
              + "|优惠|折扣|促销|特价|满减|打折|秒杀|抢购|立减|返现|清仓|红包|限时|买一送一|双11|双十一|\\d ?折"
              + "|優惠|促銷|特價|滿減|搶購|紅包|限時|買一送一");

  private static final Pattern PROMOTION_TAG = Pattern.compile("\\{\\{\\s*[#^]\\s*promotion\\s*}}");
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?i)</?(?:p|br|b|i|u|a|div|span|strong|em|img|table|h[1-6])\\b[^<>]*+>|&nbsp;");

  private final LintedText text;

  TextLint(LintedText text) {
    this.text = text;
  }

  void any() {
    text.each(
        HTTP,
        "http-link",
        true,
        "an address begins with http://, which is not safe in a message: write https://");
  }

  void line(String what) {
    String all = text.text();
    int newline = all.strip().indexOf('\n');
    if (newline >= 0) {
      text.error(
          all.indexOf(all.strip()) + newline,
          "",
          "one-line",
          "the " + what + " is one line: join its lines");
    }
  }

  void subject(Purpose purpose) {
    line("subject");
    plain("a subject");
    promotion(
        purpose,
        "promotion-in-subject",
        true,
        "a promotion stands in the subject of a transactional letter, which makes it marketing:"
            + " take it out, and put it into the letter between {{#promotion}} and {{/promotion}}");
  }

  void sms(Purpose purpose) {
    plain("a text message");
    promotion(
        purpose,
        "promotion-in-sms",
        false,
        "a promotion stands in a transactional text message, which gateways then hold back or"
            + " charge as marketing: take it out, or send it as a notice of its own");
  }

  private void promotion(Purpose purpose, String rule, boolean isError, String message) {
    if (purpose != Purpose.MARKETING) {
      text.each(PROMOTION_TAG, rule, isError, message);
      text.each(PROMOTION, rule, isError, message);
    }
  }

  /** Where HTML is shown as it is written. */
  void plain(String what) {
    text.each(
        MARKUP, "html-in-text", true, what + " has no HTML, and shows this as it is: take it out");
  }

  /** Asks about the subject as it would be read. */
  static void rendered(Place place, String subject, Consumer<Problem> problems) {
    int length = subject.codePointCount(0, subject.length());
    if (length > LONG_SUBJECT) {
      problems.accept(
          Problem.advice(
              place,
              "long-subject",
              "the subject is %s characters long with sample data, and inboxes show about %s: put what matters first, or shorten it"
                  .formatted(length, LONG_SUBJECT)));
    }
  }
}
