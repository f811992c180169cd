package dev.shopbell.sms;

import java.util.SplittableRandom;

/** Texts weighted to where counting goes wrong. The same seed gives the same texts. */
final class RandomTexts {
  private static final String[] PIECES = {
    "a",
    "b",
    " ",
    "7",
    "é",
    "Ç",
    "ç",
    "\n",
    "\r",
    "\r\n",
    "\f",
    "€",
    "[",
    "{",
    "\\",
    "|",
    "~",
    "^",
    "\u001B",
    "\u0000",
    "中",
    "文",
    "½",
    "ă",
    "’",
    "\uD83D\uDE00",
    "\uD83D\uDC68",
    "\u200D",
    "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
    "\uD83D\uDC4D\uD83C\uDFFD",
    "\uD83C\uDDE8\uD83C\uDDF3",
    "\uD83C\uDDE8",
    "\uD83C\uDFFD",
    "\uFE0F",
    "\u20E3",
    "\u0301",
    "e\u0301",
    "\u0308",
    "\u1112\u1161\u11AB",
    "\u1112",
    "\u1161",
    "\u11AB",
    "각",
    "न\u092E\u0938\u094D",
    "\u094D",
    "\u093F",
    "\u0600",
    "\u0E33",
    "\u0E01",
    "\uD800",
    "\uDC00",
    "\uDBFF",
    "\uDFFF",
    "\u00A9",
    "\u2764",
    "\u00AD",
    "\uFEFF",
    "\u3000",
    "\u1F1E"
  };

  private final SplittableRandom random;

  RandomTexts(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Up to about so many units: runs of plain text with what is hard strewn in. */
  String next(int length) {
    int wanted = random.nextInt(length + 1);
    boolean septets = random.nextInt(3) == 0;
    StringBuilder text = new StringBuilder(wanted + 8);
    while (text.length() < wanted) {
      int kind = random.nextInt(10);
      if (kind < 3) {
        text.append("x".repeat(random.nextInt(Math.max(1, wanted / 3)) + 1));
      } else if (kind < 4 && !septets) {
        text.append((char) random.nextInt(0x10000));
      } else if (kind < 5 && !septets) {
        text.appendCodePoint(random.nextInt(0x110000));
      } else {
        text.append(PIECES[random.nextInt(septets ? 18 : PIECES.length)]);
      }
    }
    return text.toString();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
