package dev.shopbell.internal;

import java.util.regex.Pattern;

/** Hides mailboxes and telephone numbers in text that may reach a log, an error or an operator. */
public final class Masks {
  private static final int LONGEST = 500;
  private static final Pattern MAILBOX =
      Pattern.compile("([^\\s<>\"'(),;:@])[^\\s<>\"'(),;:@]*+@([^\\s<>\"'(),;:@]++)");
  private static final Pattern DIGITS = Pattern.compile("\\+?\\d{3}(\\d[\\d -]{2,}\\d)\\d{2}");
  private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private Masks() {}

  /** The text in one line, at most 500 characters, with mailboxes and long numbers masked. */
  public static String text(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    String line = UNSHOWN.matcher(cut).replaceAll(" ").strip();
    String mailboxes = MAILBOX.matcher(line).replaceAll("$1***@$2");
    return DIGITS.matcher(mailboxes).replaceAll(hit -> digits(hit.group()));
  }

  /** A mailbox with all but the first character of its local part hidden. */
  public static String mailbox(String local, String domain) {
    return local.substring(0, local.offsetByCodePoints(0, 1)) + "***@" + domain;
  }

  /** A number with its middle hidden: {@code +86138****00}. */
  public static String digits(String number) {
    int head = Math.min(number.length() / 2, number.startsWith("+") ? 6 : 3);
    int tail = Math.min(2, number.length() - head);
    return number.substring(0, head) + "****" + number.substring(number.length() - tail);
  }
}
