package dev.shopbell.templates;

import dev.shopbell.notice.Purpose;
import dev.shopbell.templates.engine.Place;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at what a text says between its tags: addresses, images, promotions, scripts. */
final class TextLint {
  private static final int LONG_SUBJECT = 70;

  private static final Pattern HTTP = Pattern.compile("(?i)http://[^\\s\"'<>{}]*");
  private static final Pattern IMAGE = Pattern.compile("(?i)<img\\b[^<>]*+>");
  private static final Pattern ALT = Pattern.compile("(?i)\\balt\\s*=");
  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?i)<(script|form|iframe|object|embed)\\b(?![^<>]{0,300}application/ld\\+json)");
  private static final Pattern PROMOTION =
      Pattern.compile(
          "(?iu)\\b\\d{1,2} ?% ?(?:off|discount|de descuento)|\\b(?:coupon|promo(?:tion|s)?|discount"
              + "|sale|special offer|deals?|save \\d+|cup[oó]n|descuento|rebajas|oferta)\\b"
              + "|优惠|折扣|促销|特价|满减|打折|秒杀|抢购|\\d ?折|優惠|促銷|特價|滿減");
  private static final Pattern PROMOTION_TAG = Pattern.compile("\\{\\{\\s*[#^]\\s*promotion\\s*}}");

  private final String name;
  private final String text;
  private final Consumer<Problem> problems;

  TextLint(String name, String text, Consumer<Problem> problems) {
    this.name = name;
    this.text = text;
    this.problems = problems;
  }

  void any() {
    each(
        HTTP,
        "http-link",
        true,
        "an address begins with http://, which is not safe in a message: write https://");
  }

  void line(String what) {
    int newline = text.strip().indexOf('\n');
    if (newline >= 0) {
      problems.accept(
          Problem.error(
              place(text.indexOf(text.strip()) + newline, ""),
              "one-line",
              "the " + what + " is one line: join its lines"));
    }
  }

  void subject(Purpose purpose) {
    line("subject");
    if (purpose != Purpose.MARKETING) {
      String advice =
          "a promotion stands in the subject of a transactional letter, which makes it marketing:"
              + " take it out, and put it into the letter between {{#promotion}} and {{/promotion}}";
      each(PROMOTION_TAG, "promotion-in-subject", true, advice);
      each(PROMOTION, "promotion-in-subject", true, advice);
    }
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

  void html() {
    Matcher images = IMAGE.matcher(text);
    while (images.find()) {
      if (!ALT.matcher(images.group()).find()) {
        problems.accept(
            Problem.advice(
                place(images.start(), "<img>"),
                "image-without-alt",
                "the image has no alt text, and many readers see no images: add alt=\"…\", or alt=\"\" for decoration"));
      }
    }
    each(
        ACTIVE,
        "active-content",
        true,
        "mail programs remove this element or refuse the letter: take it out and link to a page");
  }

  private void each(Pattern pattern, String rule, boolean isError, String message) {
    Matcher found = pattern.matcher(text);
    for (int i = 0; i < 20 && found.find(); i++) {
      String shown = found.group().length() > 40 ? found.group().substring(0, 40) : found.group();
      problems.accept(new Problem(place(found.start(), shown), rule, isError, message));
    }
  }

  private Place place(int at, String shown) {
    int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    return new Place(name, line, at - text.lastIndexOf('\n', at - 1), shown);
  }
}
