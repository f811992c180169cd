package dev.shopbell.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hides mailboxes and telephone numbers in text that may reach a log, an error or an operator. */
public final class Masks {
  private static final int LONGEST = 500;
  private static final int LONGEST_READ = 5_000;
  private static final int FEWEST_DIGITS = 7;
  private static final Pattern MAILBOX =
      Pattern.compile("([^\\s<>\"'(),;:@])[^\\s<>\"'(),;:@]*+@([^\\s<>\"'(),;:@]++)");
  private static final Pattern QUOTED_MAILBOX = Pattern.compile("\"[^\"]*+\"@");
  private static final Pattern DIGITS = Pattern.compile("\\+?\\(?\\d(?:[ ()-]{0,2}+\\d){6,}+");
  private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private Masks() {}

  /** The text in one line, at most 500 characters, with mailboxes and long numbers masked. */
  public static String text(@Nullable String text) {
    String all = text == null ? "" : text;
    String read = all.length() > LONGEST_READ ? all.substring(0, LONGEST_READ) : all;
    String line =
        Text.firstBreak(read) < 0 ? read.strip() : UNSHOWN.matcher(read).replaceAll(" ").strip();
    String mailboxes = line.indexOf('@') < 0 ? line : mailboxes(line);
    String masked =
        hasNumber(mailboxes)
            ? DIGITS.matcher(mailboxes).replaceAll(hit -> digits(hit.group()))
            : mailboxes;
    return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
  }

  private static String mailboxes(String line) {
    String quoted = QUOTED_MAILBOX.matcher(line).replaceAll("***@");
    return MAILBOX.matcher(quoted).replaceAll("$1***@$2");
  }

  private static boolean hasNumber(String line) {
    int digits = 0;
    for (int i = 0; i < line.length() && digits < FEWEST_DIGITS; i++) {
      digits += line.charAt(i) >= '0' && line.charAt(i) <= '9' ? 1 : 0;
    }
    return digits == FEWEST_DIGITS;
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
