package dev.shopbell.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Messages as shops send them: most in the GSM alphabet, some Chinese, some with an emoji. */
final class SmsTexts {
  /** What 20,000 messages come to, so that a result is a time for one character. */
  static final int CHARACTERS = 2_600_000;

  private static final String LATIN =
      "Your order SO-1001 from Ann's Tea has been shipped and will be delivered on Friday, 12:00 to 18:00. ";
  private static final String EXTENDED = "Total {129.00} € [paid] ~ see \\orders|1001. ";
  private static final String CHINESE = "您的订单已发货，预计周五送达。请保持电话畅通，凭取件码到驿站领取。";
  private static final String EMOJI =
      "Thank you \uD83D\uDE00\uD83D\uDC4D\uD83C\uDFFD for your order! ";

  private SmsTexts() {}

  static String[] mixed() {
    SplittableRandom random = new SplittableRandom(20261122);
    List<String> texts = new ArrayList<>();
    int left = CHARACTERS;
    while (left > 0) {
      String text = next(random);
      String kept = text.length() > left ? "x".repeat(left) : text;
      texts.add(kept);
      left -= kept.length();
    }
    return texts.toArray(String[]::new);
  }

  private static String next(SplittableRandom random) {
    int kind = random.nextInt(100);
    int length = 20 + random.nextInt(random.nextInt(4) == 0 ? 500 : 140);
    if (kind < 60) {
      return cut(LATIN, length);
    }
    if (kind < 75) {
      return cut(EXTENDED + LATIN, length);
    }
    return kind < 92 ? cut(CHINESE, length) : cut(EMOJI + LATIN, length);
  }

  private static String cut(String text, int length) {
    return text.repeat(length / text.length() + 1).substring(0, length);
  }
}
